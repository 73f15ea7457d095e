package org.robustest.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robustest.perturbation.Perturbations.perSample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.robustest.attack.Attack;
import org.robustest.attack.Cascade;
import org.robustest.attack.DeepFool;
import org.robustest.attack.Fgsm;
import org.robustest.attack.Fmn;
import org.robustest.attack.NearestClasses;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.classifier.LabelSets;
import org.robustest.layer.Dense;
import org.robustest.network.Network;
import org.robustest.perturbation.Norm;
import org.robustest.random.RandomStream;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

/** An affine model of three labels, whose nearest flip is {@code min |z_l| / ‖w_l‖} away over the labels that are asked about. */
class MultiLabelTest {

    private static final int FEATURES = 12;
    private static final List<String> LABELS = List.of("AF", "PVC", "ST");

    private final float[] weights = new float[3 * FEATURES];
    private final DifferentiableClassifier model;

    MultiLabelTest() {
        RandomStream random = RandomStream.of(3, "labels");
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (2 * random.nextDouble() - 1);
        }
        model = Network.sequential(Shape.of(FEATURES), List.of(Dense.of(weights, new float[3])));
    }

    static Stream<Arguments> attacks() {
        return Stream.of(
                        Fgsm.towardEveryClass(),
                        NearestClasses.withDefaults(),
                        Fmn.withDefaults(),
                        DeepFool.withDefaults(),
                        Cascade.standard())
                .flatMap(attack -> Stream.of(Norm.values())
                        .flatMap(norm -> Stream.of(List.of("AF", "PVC", "ST"), List.of("PVC"), List.of("AF", "ST"))
                                .map(asked -> Arguments.of(attack, norm, asked))));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void a_counterexample_flips_any_label_that_is_asked_about(Attack attack, Norm norm, List<String> asked) {
        LabelSets sets = LabelSets.of(LABELS.toArray(String[]::new)).askingAbout(asked.toArray(String[]::new));
        Map<String, Double> radii = new HashMap<>();
        Samples samples = samples(sets, norm, asked, radii);
        RobustnessEvaluation evaluation =
                RobustnessEvaluation.of(sets.classifier(model)).withAttack(attack);

        RobustnessResult beyond = evaluation.evaluate(
                samples,
                perSample("beyond", 100, sample -> norm.ball(1.0001 * radii.getOrDefault(sample.id(), Double.NaN))));
        RobustnessResult within = evaluation.evaluate(
                samples,
                perSample("within", 100, sample -> norm.ball(0.9999 * radii.getOrDefault(sample.id(), Double.NaN))));

        assertThat(beyond.obstacles()).isEmpty();
        assertThat(beyond.verdicts(Verdict.Broken.class)).hasSize(samples.size());
        assertThat(within.robustAccuracy()).isEqualTo(1);
    }

    private Samples samples(LabelSets sets, Norm norm, List<String> asked, Map<String, Double> radii) {
        RandomStream random = RandomStream.of(4, "inputs");
        Samples.Builder builder = Samples.builder(Shape.of(FEATURES), sets.classNames());
        for (int i = 0; i < 50; i++) {
            float[] input = new float[FEATURES];
            for (int j = 0; j < FEATURES; j++) {
                input[j] = (float) (2 * random.nextDouble() - 1);
            }
            List<String> truth = new ArrayList<>();
            double radius = Double.POSITIVE_INFINITY;
            for (int l = 0; l < 3; l++) {
                double z = 0;
                for (int j = 0; j < FEATURES; j++) {
                    z += (double) weights[l * FEATURES + j] * input[j];
                }
                if (z > 0) {
                    truth.add(LABELS.get(l));
                }
                if (asked.contains(LABELS.get(l))) {
                    radius = Math.min(radius, Math.abs(z) / dual(norm, l));
                }
            }
            builder.add("sample " + i, input, sets.label(truth));
            radii.put("sample " + i, radius);
        }
        return builder.build();
    }

    private double dual(Norm norm, int label) {
        double[] sizes = IntStream.range(label * FEATURES, (label + 1) * FEATURES)
                .mapToDouble(i -> Math.abs(weights[i]))
                .toArray();
        double sum = 0;
        double squares = 0;
        double largest = 0;
        for (double size : sizes) {
            sum += size;
            squares += size * size;
            largest = Math.max(largest, size);
        }
        return switch (norm) {
            case LINF -> sum;
            case L2 -> Math.sqrt(squares);
            case L1 -> largest;
        };
    }
}

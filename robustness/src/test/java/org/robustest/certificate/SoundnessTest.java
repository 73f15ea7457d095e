package org.robustest.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.robustest.attack.Apgd;
import org.robustest.attack.Cascade;
import org.robustest.attack.NearestClasses;
import org.robustest.classifier.BoundMethod;
import org.robustest.evaluation.RobustnessEvaluation;
import org.robustest.evaluation.RobustnessResult;
import org.robustest.evaluation.Verdict;
import org.robustest.layer.Activation;
import org.robustest.layer.ActivationFunction;
import org.robustest.layer.Activations;
import org.robustest.layer.Convolution;
import org.robustest.layer.Dense;
import org.robustest.layer.LinearCombination;
import org.robustest.layer.MaxPooling;
import org.robustest.layer.Window;
import org.robustest.network.Layer;
import org.robustest.network.Network;
import org.robustest.network.Network.Value;
import org.robustest.perturbation.Norm;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.random.RandomStream;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

/**
 * No attack breaks what is certified. Random networks, sets and samples; for each sample the largest ε that a method
 * certifies, where a bound that is too high by little would show.
 *
 * <p>{@code -Drobustest.soundness.cases=1000000} runs that many cases, instead of 10,000.
 */
class SoundnessTest {

    private static final int CASES = Integer.getInteger("robustest.soundness.cases", 10_000);
    private static final int SAMPLES = 50;

    @Test
    void no_attack_breaks_a_sample_within_the_largest_radius_that_is_certified() {
        int attacked = 0;
        for (int seed = 0; attacked < CASES; seed++) {
            attacked += requireUnbroken(seed, BoundMethod.values()[seed / 3 % 3], SAMPLES);
        }
        assertThat(attacked).isGreaterThanOrEqualTo(CASES);
    }

    @Test
    void no_attack_breaks_a_sample_within_the_largest_radius_that_branch_and_bound_certifies() {
        int attacked = 0;
        for (int seed = 0; attacked < CASES / 100; seed++) {
            attacked += requireUnbroken(seed, BoundMethod.BRANCH_AND_BOUND, SAMPLES / 10);
        }
        assertThat(attacked).isGreaterThanOrEqualTo(CASES / 100);
    }

    private static int requireUnbroken(int seed, BoundMethod method, int count) {
        Network network = network(RandomStream.of(seed, "network"));
        Samples samples = samples(network, seed);
        Norm norm = Norm.values()[seed % 3];
        for (int i = 0; i < count; i++) {
            String id = samples.get(i).id();
            PerturbationSet set = largestCertified(network, samples, i, norm, method);
            RobustnessResult result = RobustnessEvaluation.of(network)
                    .withoutCertificates()
                    .withThreads(1)
                    .withAttack(Cascade.of(
                            NearestClasses.withDefaults().withSteps(10),
                            Apgd.withDefaults().withSteps(20)))
                    .evaluate(samples.where(sample -> sample.id().equals(id)), set);
            assertThat(result.verdicts().get(0))
                    .as("%s by %s of %s in %s", id, method, network, set)
                    .isNotInstanceOfAny(Verdict.Broken.class, Verdict.Misclassified.class);
        }
        return count;
    }

    private static PerturbationSet largestCertified(
            Network network, Samples samples, int index, Norm norm, BoundMethod method) {
        double low = 0;
        double high = 4;
        for (int i = 0; i < 12; i++) {
            double middle = (low + high) / 2;
            if (isCertified(network, samples, index, set(norm, middle), method)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return set(norm, low);
    }

    private static PerturbationSet set(Norm norm, double epsilon) {
        return norm.ball(epsilon).within(-1, 1);
    }

    private static boolean isCertified(
            Network network, Samples samples, int index, PerturbationSet set, BoundMethod method) {
        double[] bounds = network.marginBounds(
                set.around(samples.get(index)), samples.get(index).label(), method);
        return IntStream.range(0, bounds.length).allMatch(k -> bounds[k] > 0);
    }

    /** Random inputs, each with the label that the network gives it. */
    private static Samples samples(Network network, int seed) {
        RandomStream random = RandomStream.of(seed, "samples");
        int size = network.inputShape().size();
        int classes = network.classCount();
        Samples.Builder builder = Samples.builder(
                network.inputShape(),
                IntStream.range(0, classes).mapToObj(k -> "class " + k).toList());
        for (int i = 0; i < SAMPLES; i++) {
            float[] input = new float[size];
            for (int j = 0; j < size; j++) {
                input[j] = (float) (2 * random.nextDouble() - 1);
            }
            float[] logits = new float[classes];
            network.logits(input, 1, logits);
            int label = 0;
            for (int k = 1; k < classes; k++) {
                label = logits[k] > logits[label] ? k : label;
            }
            builder.add("sample " + i + " of network " + seed, input, label);
        }
        return builder.build();
    }

    private static Network network(RandomStream random) {
        ActivationFunction[] functions = {
            Activations.relu(), Activations.relu(), Activations.leakyRelu(0.2), Activations.tanh(),
            Activations.softplus(), Activations.hardTanh(), Activations.elu(1), Activations.swish()
        };
        ActivationFunction function = functions[(int) (random.nextDouble() * functions.length)];
        return random.nextDouble() < 0.5 ? convolutional(random, function) : dense(random, function);
    }

    private static Network dense(RandomStream random, ActivationFunction function) {
        List<Layer> layers = new ArrayList<>();
        int inputs = 2 + (int) (random.nextDouble() * 6);
        int size = inputs;
        for (int depth = (int) (random.nextDouble() * 3); depth >= 0; depth--) {
            int next = 2 + (int) (random.nextDouble() * 8);
            layers.add(dense(random, size, next));
            layers.add(Activation.of(function));
            size = next;
        }
        layers.add(dense(random, size, 2 + (int) (random.nextDouble() * 4)));
        return Network.sequential(Shape.of(inputs), layers);
    }

    private static Network convolutional(RandomStream random, ActivationFunction function) {
        Window three = Window.of(3).withPadding(new int[] {1}, new int[] {1});
        Network.Builder builder = Network.builder(Shape.of(1, 9));
        Value x = builder.add(convolution(random, 1, three), builder.input());
        Value y = builder.add(Activation.of(function), x);
        y = builder.add(convolution(random, 3, three), y);
        y = builder.add(Activation.of(function), builder.add(LinearCombination.of(1, 1), y, x));
        y = builder.add(MaxPooling.of(Window.of(3).withStride(2)), y);
        return builder.build(builder.add(dense(random, y.shape().size(), 3), y));
    }

    private static Layer convolution(RandomStream random, int channels, Window window) {
        return Convolution.of(uniform(random, 3 * channels * 3, 0.7), uniform(random, 3, 0.2), window);
    }

    private static Layer dense(RandomStream random, int inputs, int outputs) {
        return Dense.of(uniform(random, inputs * outputs, 2 / Math.sqrt(inputs)), uniform(random, outputs, 0.5));
    }

    private static float[] uniform(RandomStream random, int count, double scale) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (scale * (2 * random.nextDouble() - 1));
        }
        return values;
    }
}

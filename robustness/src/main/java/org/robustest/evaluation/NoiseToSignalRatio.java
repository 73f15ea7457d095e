package org.robustest.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.perturbation.Region;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;

/**
 * The noise-to-signal ratio of a sample, {@code ε ‖v‖_q / (z_y + η)} with {@code v = ∂z_y/∂x} and η = 0.01 (Ma and Liang, 2022):
 * how much noise of a set can change the logit of the true class, were the model linear, compared with that logit. From 1 on,
 * noise may outweigh the signal. It is a diagnostic: it costs one gradient, and proves nothing.
 *
 * @param sample the sample
 * @param value the ratio, at least 0; infinity if the logit of the true class is not positive, and NaN if the model gives no
 *     finite numbers
 */
public record NoiseToSignalRatio(Sample sample, double value) {

    private static final double ETA = 0.01;

    /**
     * Computes the ratio of every sample.
     *
     * @param classifier the model; its logits have to be those of the last layer, since a constant added to all of them
     *     changes the ratio
     * @param samples the samples
     * @param set the noise
     * @return the ratios, in the order of the samples
     * @throws IllegalArgumentException if the samples do not fit the model or the set
     */
    public static List<NoiseToSignalRatio> of(
            DifferentiableClassifier classifier, Samples samples, PerturbationSet set) {
        List<NoiseToSignalRatio> ratios = new ArrayList<>();
        float[] logits = new float[classifier.classCount()];
        float[] gradient = new float[classifier.inputShape().size()];
        for (Sample sample : samples) {
            float[] input = sample.input();
            if (input.length != gradient.length) {
                throw new IllegalArgumentException("the model takes inputs of shape " + classifier.inputShape()
                        + ", but the sample " + sample.id() + " has " + input.length + " values");
            }
            classifier.inputGradients(input, 1, (index, z, u) -> u[sample.label()] = 1, logits, gradient);
            ratios.add(new NoiseToSignalRatio(sample, ratio(logits[sample.label()], noise(sample, gradient, set))));
        }
        return List.copyOf(ratios);
    }

    /** Returns what the set can add to the logit, were the model linear: where parameters describe the noise, through these. */
    private static double noise(Sample sample, float[] inputGradient, PerturbationSet set) {
        Region region = set.around(sample);
        float[] origin = region.origin(sample).input();
        float[] gradient = new float[origin.length];
        region.pullBack(origin, inputGradient, gradient);
        return region.radius() * region.dualNorm(gradient);
    }

    private static double ratio(double signal, double noise) {
        if (Double.isNaN(signal) || Double.isNaN(noise)) {
            return Double.NaN;
        }
        return signal > 0 ? noise / (signal + ETA) : Double.POSITIVE_INFINITY;
    }
}

package org.robustest.reference.recipe;

import org.robustest.random.RandomStream;
import org.robustest.samples.Sample;
import org.robustest.training.Augmentation;

/**
 * Recordings of several leads {@code [C, L]}, from −1 to 1, as they might have been: at another heart rate, ended earlier, with
 * another gain of each lead, baseline wander and noise, and now and then without a lead.
 *
 * @param stretch the largest share by which time is stretched or shortened, from 0 and below 1
 * @param cut the largest share of a recording that is cut off at its end, from 0 and below 1; zeros stand before it
 * @param smallestGain the smallest gain of a lead, from 0 to 1; the largest is 1
 * @param wander the largest amplitude of the baseline wander of a lead
 * @param noise the largest amplitude of the uniform noise of a lead
 * @param dropout the probability that a lead is missing, from 0 to 1
 */
record RecordingAugmentation(
        double stretch, double cut, double smallestGain, double wander, double noise, double dropout)
        implements Augmentation {

    private static final double SMALLEST_CYCLES = 1;
    private static final double MORE_CYCLES = 6;

    @Override
    public float[] change(Sample sample, RandomStream random) {
        float[] input = sample.input();
        int leads = sample.shape().dimension(0);
        int length = sample.shape().dimension(1);
        double step = 1 + stretch * (2 * random.nextDouble() - 1);
        double keptShare = 1 - cut * random.nextDouble();
        int begin = begin(input, leads, length);
        double end = begin + keptShare * (length - 1 - begin);
        float[] changed = new float[input.length];
        for (int lead = 0; lead < leads; lead++) {
            boolean isMissing = random.nextDouble() < dropout;
            double gain = smallestGain + (1 - smallestGain) * random.nextDouble();
            double amplitude = wander * random.nextDouble();
            double cycles = SMALLEST_CYCLES + MORE_CYCLES * random.nextDouble();
            double phase = random.nextDouble();
            double level = noise * random.nextDouble();
            for (int i = length - 1; i >= 0 && !isMissing; i--) {
                double time = end - (length - 1 - i) * step;
                if (time < begin) {
                    break;
                }
                double value = gain * at(input, lead * length, time)
                        + amplitude * Math.sin(2 * Math.PI * (phase + cycles * i / length))
                        + level * (2 * random.nextDouble() - 1);
                changed[lead * length + i] = (float) Math.max(-1, Math.min(1, value));
            }
        }
        return changed;
    }

    /** Where the recording begins after the zeros that stand before it. */
    private static int begin(float[] input, int leads, int length) {
        for (int i = 0; i < length; i++) {
            for (int lead = 0; lead < leads; lead++) {
                if (input[lead * length + i] != 0) {
                    return i;
                }
            }
        }
        return 0;
    }

    private static float at(float[] input, int offset, double time) {
        int before = (int) time;
        float share = (float) (time - before);
        return share == 0
                ? input[offset + before]
                : (1 - share) * input[offset + before] + share * input[offset + before + 1];
    }
}

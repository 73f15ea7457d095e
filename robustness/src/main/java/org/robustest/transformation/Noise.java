package org.robustest.transformation;

import org.robustest.samples.Sample;

/** Noise of any power, which is scaled to the one that is asked for. */
@FunctionalInterface
interface Noise {

    /**
     * Draws noise.
     *
     * @param channels the shape of the input
     * @param sample the sample, whose id tells its random numbers from those of others
     * @param seed the seed of the run
     * @return the noise of each channel {@code [C][L]}
     */
    double[][] draw(Channels channels, Sample sample, long seed);
}

package org.robustest.transformation;

import java.util.Arrays;
import org.robustest.random.RandomStream;

/** Noise that is a sum of waves: of given frequencies, or of many in a band. */
final class Waves {

    /** Breathing and slow movement of the electrodes, in Hz. */
    private static final double[] WANDER = {0.1, 0.2, 0.3, 0.4, 0.5};

    /** So many waves of a band sound like all of them. */
    private static final int MOST_WAVES = 256;

    private Waves() {}

    /** The mains reach all channels with one phase. */
    static Noise powerLine(double mainsHz, double samplingRate) {
        return (channels, sample, seed) -> {
            double phase = 2
                    * Math.PI
                    * RandomStream.of(seed, sample.id(), "power line").nextDouble();
            double[] wave = new double[channels.length()];
            add(wave, 1, mainsHz / samplingRate, phase);
            double[][] all = new double[channels.count()][];
            Arrays.fill(all, wave);
            return all;
        };
    }

    static Noise baselineWander(double samplingRate) {
        return (channels, sample, seed) -> {
            double[][] all = new double[channels.count()][channels.length()];
            for (int c = 0; c < all.length; c++) {
                RandomStream random = RandomStream.of(seed, sample.id(), "baseline wander", c);
                for (double frequency : WANDER) {
                    add(all[c], random.nextDouble(), frequency / samplingRate, 2 * Math.PI * random.nextDouble());
                }
            }
            return all;
        };
    }

    static double highestOfWander() {
        return WANDER[WANDER.length - 1];
    }

    private static void add(double[] sum, double amplitude, double cyclesPerValue, double phase) {
        for (int t = 0; t < sum.length; t++) {
            sum[t] += amplitude * StrictMath.sin(2 * Math.PI * cyclesPerValue * t + phase);
        }
    }

    /** Waves of whole numbers of periods have no power at frequencies outside of the band. */
    static Noise inBand(double lowHz, double highHz, double samplingRate) {
        return (channels, sample, seed) -> {
            int length = channels.length();
            int first = (int) Math.ceil(lowHz * length / samplingRate);
            int last = (int) Math.floor(highHz * length / samplingRate);
            if (first > last) {
                throw new IllegalArgumentException("no frequency of an input of " + length + " values lies between "
                        + lowHz + " and " + highHz + " Hz; test longer inputs");
            }
            double[][] all = new double[channels.count()][];
            for (int c = 0; c < all.length; c++) {
                all[c] = draw(length, first, last, RandomStream.of(seed, sample.id(), "muscle noise", c));
            }
            return all;
        };
    }

    private static double[] draw(int length, int first, int last, RandomStream random) {
        double[] sines = new double[length];
        for (int m = 0; m < length; m++) {
            sines[m] = StrictMath.sin(2 * Math.PI * m / length);
        }
        double[] sum = new double[length];
        int count = last - first + 1;
        for (int i = 0; i < Math.min(count, MOST_WAVES); i++) {
            int wave = count <= MOST_WAVES ? first + i : first + (int) (count * random.nextDouble());
            // A sum of waves with such amplitudes and any phases is normally distributed at each time.
            double amplitude = Math.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
            int place = (int) (length * random.nextDouble());
            for (int t = 0; t < length; t++) {
                sum[t] += amplitude * sines[place];
                place = (place + wave) % length;
            }
        }
        return sum;
    }
}

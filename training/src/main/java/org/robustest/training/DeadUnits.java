package org.robustest.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.robustest.random.RandomStream;

/** Notices the units that get no gradient for a whole epoch, and draws them anew, as Ma and Liang (2022) do. */
final class DeadUnits implements Resumable {

    private final List<boolean[]> isLive = new ArrayList<>();
    private final long seed;

    /**
     * Creates the notes on the units of a network.
     *
     * @param parameters weights and biases in turn, as by {@link UnitNormRows#scale}
     * @param seed what the new weights depend on, beside the step and the place of the unit
     */
    DeadUnits(List<float[]> parameters, long seed) {
        this.seed = seed;
        for (int p = 0; p + 1 < parameters.size(); p += 2) {
            isLive.add(new boolean[parameters.get(p + 1).length]);
        }
    }

    /** Takes in the gradients of a step. */
    void watch(List<float[]> gradients) {
        for (int layer = 0; layer < isLive.size(); layer++) {
            boolean[] live = isLive.get(layer);
            float[] weights = gradients.get(2 * layer);
            float[] biases = gradients.get(2 * layer + 1);
            int columns = weights.length / live.length;
            for (int row = 0; row < live.length; row++) {
                live[row] |= biases[row] != 0 || hasGradient(weights, row * columns, columns);
            }
        }
    }

    private static boolean hasGradient(float[] weights, int from, int count) {
        for (int i = from; i < from + count; i++) {
            if (weights[i] != 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * Draws the units anew that had no gradient since the last call: weights of He et al. (2015), uniform with variance 2 / n
     * for n weights, and no bias.
     *
     * @param parameters the parameters, to be changed
     * @param step the number of steps taken
     * @return how many units were drawn
     */
    int redraw(List<float[]> parameters, int step) {
        int count = 0;
        for (int layer = 0; layer < isLive.size(); layer++) {
            boolean[] live = isLive.get(layer);
            float[] weights = parameters.get(2 * layer);
            int columns = weights.length / live.length;
            for (int row = 0; columns > 1 && row < live.length; row++) {
                if (!live[row]) {
                    draw(weights, row * columns, columns, RandomStream.of(seed, "dead unit", step, layer, row));
                    parameters.get(2 * layer + 1)[row] = 0;
                    count++;
                }
            }
            Arrays.fill(live, false);
        }
        return count;
    }

    private static void draw(float[] weights, int from, int count, RandomStream random) {
        double limit = Math.sqrt(6.0 / count);
        for (int i = from; i < from + count; i++) {
            weights[i] = (float) (limit * (2 * random.nextDouble() - 1));
        }
    }

    @Override
    public void save(State state) {
        for (int layer = 0; layer < isLive.size(); layer++) {
            boolean[] live = isLive.get(layer);
            double[] flags = new double[live.length];
            for (int row = 0; row < live.length; row++) {
                flags[row] = live[row] ? 1 : 0;
            }
            state.put("live units " + layer, flags);
        }
    }

    @Override
    public void restore(State state) {
        for (int layer = 0; layer < isLive.size(); layer++) {
            double[] flags = state.array("live units " + layer);
            for (int row = 0; row < flags.length; row++) {
                isLive.get(layer)[row] = flags[row] != 0;
            }
        }
    }
}

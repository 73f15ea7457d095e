package org.robustest.perturbation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.robustest.random.RandomStream;

/** The L1 norm. */
enum SumOfSizes implements Length {
    INSTANCE;

    @Override
    public Norm norm() {
        return Norm.L1;
    }

    @Override
    public double of(double[] changes) {
        double sum = 0;
        for (double change : changes) {
            sum += Math.abs(change);
        }
        return sum;
    }

    @Override
    public double dual(float[] gradient) {
        double largest = 0;
        for (float partial : gradient) {
            largest = Math.max(largest, Math.abs((double) partial));
        }
        return largest;
    }

    /**
     * By the conditions of Karush, Kuhn and Tucker, the nearest sizes are {@code min(max(size - λ, 0), room)} (Duchi et al.,
     * "Efficient Projections onto the l1-Ball", ICML 2008, for infinite rooms).
     */
    @Override
    public void project(double[] sizes, double[] rooms, double radius) {
        double threshold = threshold(sizes, rooms, radius);
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = Math.min(Math.max(sizes[i] - threshold, 0), rooms[i]);
        }
    }

    /**
     * Returns the λ that leaves a sum of at most the radius. As λ falls, a size starts to count at {@code λ = size} and no
     * longer grows from {@code λ = size - room} on; between two such places the sum is linear.
     */
    private static double threshold(double[] sizes, double[] rooms, double radius) {
        double[] starts = sizes.clone();
        double[] ends = new double[sizes.length];
        for (int i = 0; i < sizes.length; i++) {
            ends[i] = Math.max(0, sizes[i] - rooms[i]);
        }
        Arrays.sort(starts);
        Arrays.sort(ends);
        int start = sizes.length - 1;
        int end = sizes.length - 1;
        int growing = 0;
        double sum = 0;
        double place = sizes.length == 0 ? 0 : starts[start];
        while (place > 0) {
            while (start >= 0 && starts[start] >= place) {
                growing++;
                start--;
            }
            while (end >= 0 && ends[end] >= place) {
                growing--;
                end--;
            }
            double next = Math.max(start >= 0 ? starts[start] : 0, end >= 0 ? ends[end] : 0);
            double larger = sum + growing * (place - next);
            if (larger >= radius) {
                return growing == 0 ? place : place - (radius - sum) / growing;
            }
            sum = larger;
            place = next;
        }
        return 0;
    }

    /** Uses the room of the largest weight first, then that of the next, until the radius is used up. */
    @Override
    public void maximize(double[] weights, double[] rooms, double radius, double[] sizes) {
        Arrays.fill(sizes, 0);
        int[] order = IntStream.range(0, weights.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -weights[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double left = radius;
        for (int i : order) {
            if (left <= 0 || weights[i] == 0) {
                return;
            }
            sizes[i] = Math.min(rooms[i], left);
            left -= sizes[i];
        }
    }

    /** The Lagrangian is {@code Σ max(w - λ, 0) room + λ radius}. */
    @Override
    public double support(double[] weights, double[] rooms, double radius) {
        double[] sizes = new double[weights.length];
        maximize(weights, rooms, radius, sizes);
        double multiplier = 0;
        for (int i = 0; i < weights.length; i++) {
            // What still has room when the radius is used up is worth no more than the radius costs.
            multiplier = sizes[i] < rooms[i] ? Math.max(multiplier, weights[i]) : multiplier;
        }
        double sum = multiplier * radius;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] > multiplier ? (weights[i] - multiplier) * rooms[i] : 0;
        }
        return sum;
    }

    /** The ratios of n of n + 1 exponential numbers to the sum of all are even over the simplex; each gets a sign. */
    @Override
    public void draw(double[] changes, double radius, RandomStream random) {
        double sum = -StrictMath.log(1 - random.nextDouble());
        for (int i = 0; i < changes.length; i++) {
            double size = -StrictMath.log(1 - random.nextDouble());
            sum += size;
            changes[i] = random.nextDouble() < 0.5 ? -size : size;
        }
        for (int i = 0; i < changes.length; i++) {
            changes[i] *= radius / sum;
        }
    }
}

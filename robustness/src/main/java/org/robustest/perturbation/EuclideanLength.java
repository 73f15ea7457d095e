package org.robustest.perturbation;

import org.robustest.random.RandomStream;

/** The L2 norm. */
enum EuclideanLength implements Length {
    INSTANCE;

    @Override
    public Norm norm() {
        return Norm.L2;
    }

    @Override
    public double of(double[] changes) {
        double squares = 0;
        for (double change : changes) {
            squares += change * change;
        }
        return Math.sqrt(squares);
    }

    @Override
    public double dual(float[] gradient) {
        double squares = 0;
        for (float partial : gradient) {
            squares += (double) partial * partial;
        }
        return Math.sqrt(squares);
    }

    /** By the conditions of Karush, Kuhn and Tucker, the nearest sizes are the sizes times one factor, cut to the rooms. */
    @Override
    public void project(double[] sizes, double[] rooms, double radius) {
        scale(sizes, rooms, Math.min(1, factor(sizes, rooms, radius)), sizes);
    }

    @Override
    public void maximize(double[] weights, double[] rooms, double radius, double[] sizes) {
        scale(weights, rooms, factor(weights, rooms, radius), sizes);
    }

    /**
     * Returns the t with {@code Σ min(t * d, room)² = radius²}, or infinity where the rooms are used up before. It grows
     * from the t without rooms: each round finds more of the values that have reached theirs.
     */
    private double factor(double[] d, double[] rooms, double radius) {
        double length = of(d);
        if (length == 0) {
            return 0;
        }
        double t = radius / length;
        while (true) {
            double used = 0;
            double free = 0;
            for (int i = 0; i < d.length; i++) {
                if (t * d[i] >= rooms[i]) {
                    used += rooms[i] * rooms[i];
                } else {
                    free += d[i] * d[i];
                }
            }
            if (free == 0) {
                return used < radius * radius ? Double.POSITIVE_INFINITY : t;
            }
            double larger = Math.sqrt(Math.max(0, radius * radius - used) / free);
            if (!(larger > t)) {
                return t;
            }
            t = larger;
        }
    }

    private static void scale(double[] d, double[] rooms, double factor, double[] sizes) {
        for (int i = 0; i < d.length; i++) {
            sizes[i] = d[i] == 0 ? 0 : Math.min(factor * d[i], rooms[i]);
        }
    }

    /** The Lagrangian is {@code Σ max_s (w s - μ s²/2) + μ radius²/2}, with s up to the room. */
    @Override
    public double support(double[] weights, double[] rooms, double radius) {
        double factor = factor(weights, rooms, radius);
        if (radius == 0 || factor == 0) {
            return 0;
        }
        double multiplier = 1 / factor;
        double sum = multiplier == 0 ? 0 : multiplier * radius * radius / 2;
        for (int i = 0; i < weights.length; i++) {
            double w = weights[i];
            double room = rooms[i];
            if (w > 0) {
                sum += w < multiplier * room ? w * w / multiplier / 2 : w * room - multiplier * room * room / 2;
            }
        }
        return sum;
    }

    /** A direction drawn by normal numbers (Box and Muller, 1958), and a length whose n-th power is uniform. */
    @Override
    public void draw(double[] changes, double radius, RandomStream random) {
        for (int i = 0; i < changes.length; i++) {
            double spread = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
            changes[i] = spread * StrictMath.cos(2 * Math.PI * random.nextDouble());
        }
        double length = of(changes);
        double factor = length == 0 ? 0 : radius * StrictMath.pow(random.nextDouble(), 1.0 / changes.length) / length;
        for (int i = 0; i < changes.length; i++) {
            changes[i] *= factor;
        }
    }
}

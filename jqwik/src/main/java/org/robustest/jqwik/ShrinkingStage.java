package org.robustest.jqwik;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.robustest.perturbation.Region;

/** What is left to be tried to make a perturbation smaller. */
sealed interface ShrinkingStage {

    /** Returns smaller perturbations in the order in which they are to be tried. */
    Stream<ShrinkablePerturbation> candidates(PerturbedSample value);

    /** Nothing is known: none at all comes first, then the smallest that the model knows of, then a smaller one of the same kind. */
    record Start() implements ShrinkingStage {

        /** How far beyond the boundary, since the answers of the user's own model may be rounded otherwise. */
        private static final double[] OVERSHOOTS = {1, 1.0001, 1.001, 1.01};

        @Override
        public Stream<ShrinkablePerturbation> candidates(PerturbedSample value) {
            Stream<Supplier<Stream<ShrinkablePerturbation>>> steps = Stream.of(
                    () -> Stream.of(new ShrinkablePerturbation(value.at(value.center()), new Done())),
                    () -> smallest(value),
                    () -> new Approach(0).candidates(value));
            return steps.flatMap(Supplier::get);
        }

        private static Stream<ShrinkablePerturbation> smallest(PerturbedSample value) {
            return value.subject().guide().stream()
                    .map(guide -> value.at(guide.smallest(value.original(), value.region(), 0)))
                    .flatMap(smallest -> IntStream.range(0, OVERSHOOTS.length)
                            .mapToObj(i -> new ShrinkablePerturbation(
                                    Approach.scaled(smallest, OVERSHOOTS[i]), new Approach(0))));
        }
    }

    /**
     * On the line from the sample, by bisection.
     *
     * @param passing a share of the perturbation for which the property holds
     */
    record Approach(double passing) implements ShrinkingStage {

        private static final double NEAR_ENOUGH = 1.0 / 512;

        @Override
        public Stream<ShrinkablePerturbation> candidates(PerturbedSample value) {
            List<Supplier<Stream<ShrinkablePerturbation>>> steps = new ArrayList<>();
            double known = passing;
            while (1 - known > NEAR_ENOUGH) {
                double next = (known + 1) / 2;
                double below = known;
                steps.add(() -> Stream.of(new ShrinkablePerturbation(scaled(value, next), new Approach(below / next))));
                known = next;
            }
            steps.add(() -> PutBack.first(value).candidates(value));
            return steps.stream().flatMap(Supplier::get);
        }

        static PerturbedSample scaled(PerturbedSample value, double share) {
            float[] center = value.center();
            float[] point = value.point();
            for (int i = 0; i < point.length; i++) {
                point[i] = (float) (center[i] + share * ((double) point[i] - center[i]));
            }
            value.region().project(point);
            return value.at(point);
        }
    }

    /**
     * As many coordinates at once as can be are put back to where they were, the least changed first (Zeller and Hildebrandt,
     * "Simplifying and Isolating Failure-Inducing Input", IEEE TSE 2002).
     *
     * @param order the changed coordinates, the least changed first
     * @param chunk how many are put back at once
     * @param next the first that has not been tried with such a chunk
     * @param questions how many tries are left
     */
    record PutBack(List<Integer> order, int chunk, int next, int questions) implements ShrinkingStage {

        private static final int MOST_QUESTIONS = 500;

        static PutBack first(PerturbedSample value) {
            float[] point = value.point();
            float[] center = value.center();
            List<Integer> order = IntStream.range(0, point.length)
                    .filter(i -> point[i] != center[i])
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer i) -> Math.abs((double) point[i] - center[i]))
                            .thenComparing(Comparator.naturalOrder()))
                    .toList();
            return new PutBack(order, Math.max(1, order.size() / 2), 0, MOST_QUESTIONS);
        }

        @Override
        public Stream<ShrinkablePerturbation> candidates(PerturbedSample value) {
            return Stream.iterate(this, PutBack::isOpen, PutBack::afterwards).flatMap(stage -> stage.candidate(value));
        }

        private boolean isOpen() {
            return questions > 0 && chunk > 0;
        }

        private PutBack afterwards() {
            return next + chunk < order.size()
                    ? new PutBack(order, chunk, next + chunk, questions - 1)
                    : new PutBack(order, chunk / 2, 0, questions - 1);
        }

        private Stream<ShrinkablePerturbation> candidate(PerturbedSample value) {
            float[] center = value.center();
            float[] point = value.point();
            boolean isChanged = false;
            for (int i : order.subList(next, Math.min(order.size(), next + chunk))) {
                isChanged |= point[i] != center[i];
                point[i] = center[i];
            }
            Region region = value.region();
            return isChanged && region.contains(point)
                    ? Stream.of(new ShrinkablePerturbation(value.at(point), afterwards()))
                    : Stream.empty();
        }
    }

    /** Nothing is smaller. */
    record Done() implements ShrinkingStage {

        @Override
        public Stream<ShrinkablePerturbation> candidates(PerturbedSample value) {
            return Stream.empty();
        }
    }
}

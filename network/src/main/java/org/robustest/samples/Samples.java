package org.robustest.samples;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.robustest.random.StableHash;

/**
 * Labelled inputs of one shape: what a model is tested on.
 *
 * <p>Immutable. The order is the order in which the samples were added, and no result of Robustest depends on it.
 */
public final class Samples implements Iterable<Sample> {

    private final Shape shape;
    private final List<String> classNames;
    private final InputRange range;
    private final List<Sample> samples;

    private Samples(Shape shape, List<String> classNames, InputRange range, List<Sample> samples) {
        this.shape = shape;
        this.classNames = classNames;
        this.range = range;
        this.samples = samples;
    }

    /**
     * Starts to collect samples.
     *
     * @param shape the shape of every input
     * @param classNames the names of the classes, in the order of the model's outputs; at least two, all different
     * @return a builder without samples and with an {@linkplain InputRange#UNBOUNDED unbounded} range
     * @throws IllegalArgumentException if there are fewer than two names, or two are the same
     */
    public static Builder builder(Shape shape, List<String> classNames) {
        return new Builder(shape, classNames);
    }

    /**
     * Returns the shape of every input.
     *
     * @return the shape, without the batch dimension
     */
    public Shape shape() {
        return shape;
    }

    /**
     * Returns the names of the classes.
     *
     * @return the names, in the order of the labels; unmodifiable
     */
    public List<String> classNames() {
        return classNames;
    }

    /**
     * Returns the range that the inputs are declared to lie in.
     *
     * @return the declared range, {@link InputRange#UNBOUNDED} if none was declared
     */
    public InputRange range() {
        return range;
    }

    /**
     * Returns the number of samples.
     *
     * @return the number, from 0
     */
    public int size() {
        return samples.size();
    }

    /**
     * Returns one sample.
     *
     * @param index its index, from 0 to {@code size() - 1}
     * @return the sample
     * @throws IndexOutOfBoundsException if there is no such sample
     */
    public Sample get(int index) {
        return samples.get(index);
    }

    /**
     * Returns the label that stands for a class name.
     *
     * @param className the name of the class
     * @return its label
     * @throws IllegalArgumentException if no class has that name
     */
    public int label(String className) {
        int label = classNames.indexOf(className);
        if (label < 0) {
            throw new IllegalArgumentException(
                    "there is no class \"" + className + "\"; the classes are " + classNames);
        }
        return label;
    }

    /**
     * Returns the number of samples of each class.
     *
     * @return the counts, by label; a new array
     */
    public int[] countsByLabel() {
        int[] counts = new int[classNames.size()];
        for (Sample sample : samples) {
            counts[sample.label()]++;
        }
        return counts;
    }

    /**
     * Returns the samples for which a condition holds, in their order.
     *
     * @param condition the condition
     * @return the samples kept; possibly none
     */
    public Samples where(Predicate<Sample> condition) {
        return new Samples(
                shape, classNames, range, samples.stream().filter(condition).toList());
    }

    /**
     * Returns the same number of samples of every class, chosen by their ids.
     *
     * <p>The choice looks random but depends on nothing but the ids: not on the order of the samples, and a sample that
     * is added or taken away changes at most one of those chosen.
     *
     * @param perClass how many of each class, at least 1
     * @return the samples chosen, in their order
     * @throws IllegalArgumentException if {@code perClass} is below 1, or a class has fewer samples
     */
    public Samples balanced(int perClass) {
        Samples chosen = atMostPerClass(perClass);
        int[] counts = chosen.countsByLabel();
        for (int label = 0; label < counts.length; label++) {
            if (counts[label] < perClass) {
                throw new IllegalArgumentException("asked for " + perClass + " samples of each class, but class \""
                        + classNames.get(label) + "\" has " + counts[label]);
            }
        }
        return chosen;
    }

    /**
     * Returns samples of every class, chosen as by {@link #balanced}, and all of a class that has not as many.
     *
     * @param perClass how many of each class, at least 1
     * @return the samples chosen, in their order
     * @throws IllegalArgumentException if {@code perClass} is below 1
     */
    public Samples atMostPerClass(int perClass) {
        if (perClass < 1) {
            throw new IllegalArgumentException("perClass must be at least 1, but it was " + perClass);
        }
        Set<Sample> chosen = new HashSet<>();
        for (int label = 0; label < classNames.size(); label++) {
            int wanted = label;
            samples.stream()
                    .filter(sample -> sample.label() == wanted)
                    .map(sample -> new Ranked(StableHash.of(sample.id()), sample))
                    .sorted(Ranked.ORDER)
                    .limit(perClass)
                    .forEach(ranked -> chosen.add(ranked.sample()));
        }
        return where(chosen::contains);
    }

    /** A sample with the hash that ranks it, which is computed once and not for every comparison. */
    private record Ranked(long hash, Sample sample) {

        private static final Comparator<Ranked> ORDER = Comparator.comparingLong(Ranked::hash)
                .thenComparing(ranked -> ranked.sample().id());
    }

    @Override
    public Iterator<Sample> iterator() {
        return samples.iterator();
    }

    /** Returns the number of samples, their shape and the classes. */
    @Override
    public String toString() {
        return size() + " samples of shape " + shape + " and classes " + classNames;
    }

    /** Collects samples. Not safe for use by several threads at once. */
    public static final class Builder {

        private final Shape shape;
        private final List<String> classNames;
        private final List<Sample> samples = new ArrayList<>();
        private final Set<String> ids = new HashSet<>();
        private InputRange range = InputRange.UNBOUNDED;

        private Builder(Shape shape, List<String> classNames) {
            this.shape = shape;
            this.classNames = List.copyOf(classNames);
            if (classNames.size() < 2 || new HashSet<>(classNames).size() != classNames.size()) {
                throw new IllegalArgumentException(
                        "samples need at least two classes with different names, but the names were " + classNames);
            }
        }

        /**
         * Declares the range of valid inputs. It is not checked here: an input outside of it is reported by the test
         * that uses the samples, so that it cannot go unseen.
         *
         * @param low the smallest valid value
         * @param high the largest valid value
         * @return this builder
         * @throws IllegalArgumentException if {@code low} is not below {@code high}
         */
        public Builder within(double low, double high) {
            range = new InputRange((float) low, (float) high);
            return this;
        }

        /**
         * Adds a sample without tags.
         *
         * @param id the stable id; not blank, and different from those added before
         * @param input the values, row-major; copied
         * @param label the index of the true class
         * @return this builder
         * @throws IllegalArgumentException if the id is blank or taken, the input has not the size of the shape, or
         *     there is no such class
         */
        public Builder add(String id, float[] input, int label) {
            return add(id, input, label, Map.of());
        }

        /**
         * Adds a sample.
         *
         * @param id the stable id; not blank, and different from those added before
         * @param input the values, row-major; copied
         * @param label the index of the true class
         * @param tags what else is known of the sample, such as {@code patient} or {@code record}; copied
         * @return this builder
         * @throws IllegalArgumentException if the id is blank or taken, the input has not the size of the shape, or
         *     there is no such class
         */
        public Builder add(String id, float[] input, int label, Map<String, String> tags) {
            if (id.isBlank()) {
                throw new IllegalArgumentException("a sample needs an id that is not blank");
            }
            float[] copy = Sample.copyOfSize(shape, input, id);
            if (label < 0 || label >= classNames.size()) {
                throw new IllegalArgumentException("sample \"" + id + "\" has label " + label + ", but there are "
                        + classNames.size() + " classes: " + classNames);
            }
            if (!ids.add(id)) {
                throw new IllegalArgumentException(
                        "two samples have the id \"" + id + "\"; an id must name one sample, from run to run");
            }
            samples.add(new Sample(id, shape, copy, label, Map.copyOf(tags)));
            return this;
        }

        /**
         * Returns the samples added so far.
         *
         * @return the samples
         */
        public Samples build() {
            return new Samples(shape, classNames, range, List.copyOf(samples));
        }
    }
}

package org.robustest.classifier;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The sets of labels that a multi-label model may give an input, as the classes of a classifier.
 *
 * <p>A multi-label model gives each label l a logit {@code z_l} of its own, and the label to an input where that is above 0. As a
 * classifier of label sets it gives the set S the logit {@code Σ_{l in S} z_l}, but for what all sets have in common: the largest
 * is that of the set of labels that the model gives. So the answer is wrong as soon as one label flips, the margin to a set that
 * differs in one label is {@code |z_l|}, and the cross-entropy of the sets is the sum of the binary cross-entropies of the labels.
 *
 * <p>Asking about some labels only leaves the others out of the sets: whether they flip does not matter.
 */
public final class LabelSets {

    private static final int MOST_LABELS = 10;

    private final List<String> labels;
    private final List<Integer> asked;

    private LabelSets(List<String> labels, List<Integer> asked) {
        this.labels = labels;
        this.asked = asked;
    }

    /**
     * Returns the sets of all labels of a model.
     *
     * @param labels the names of the labels in the order of the model's outputs; at most 10 if all are to be asked about
     * @return the sets
     */
    public static LabelSets of(String... labels) {
        return new LabelSets(
                List.of(labels), IntStream.range(0, labels.length).boxed().toList());
    }

    /**
     * Returns the sets of some of the labels.
     *
     * @param names the names of the labels that are not to flip, from 1 to 10
     * @return the sets of these labels
     * @throws IllegalArgumentException if the model has no label of such a name
     */
    public LabelSets askingAbout(String... names) {
        List<Integer> chosen = new ArrayList<>();
        for (String name : names) {
            chosen.add(index(name));
        }
        return new LabelSets(labels, chosen.stream().sorted().distinct().toList());
    }

    private int index(String name) {
        int index = labels.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("there is no label \"" + name + "\"; the labels are " + labels);
        }
        return index;
    }

    /**
     * Returns the names of the classes, such as {@code none}, {@code AF}, {@code PVC} and {@code AF+PVC}.
     *
     * @return the names of all sets, {@code 2^n} for n labels that are asked about, in the order of the logits
     * @throws IllegalStateException if there is no label, or there are more than 10
     */
    public List<String> classNames() {
        return IntStream.range(0, size()).mapToObj(this::className).toList();
    }

    private String className(int set) {
        return set == 0
                ? "none"
                : IntStream.range(0, asked.size())
                        .filter(l -> contains(set, l))
                        .mapToObj(l -> labels.get(asked.get(l)))
                        .collect(Collectors.joining("+"));
    }

    /**
     * Returns the class of a set of labels: the label of a sample of which these are true.
     *
     * @param names the names of the labels that are true; those that are not asked about are passed over
     * @return the index of the set among the {@link #classNames}
     * @throws IllegalArgumentException if the model has no label of such a name
     */
    public int label(Collection<String> names) {
        int set = 0;
        for (String name : names) {
            int place = asked.indexOf(index(name));
            set |= place < 0 ? 0 : 1 << place;
        }
        return set;
    }

    /**
     * Returns a multi-label model as a classifier of label sets.
     *
     * @param model the model, with one logit for each label
     * @return the classifier, differentiable if the model is
     * @throws IllegalArgumentException if the model has another number of logits than there are labels
     * @throws IllegalStateException if there is no label to ask about, or there are more than 10
     */
    public Classifier classifier(Classifier model) {
        requireFit(model);
        return model instanceof DifferentiableClassifier differentiable
                ? new DifferentiableLabelSetClassifier(differentiable, this)
                : new LabelSetClassifier(model, this);
    }

    /**
     * Returns a differentiable multi-label model as a classifier of label sets.
     *
     * @param model the model, with one logit for each label
     * @return the classifier
     * @throws IllegalArgumentException if the model has another number of logits than there are labels
     * @throws IllegalStateException if there is no label to ask about, or there are more than 10
     */
    public DifferentiableClassifier classifier(DifferentiableClassifier model) {
        requireFit(model);
        return new DifferentiableLabelSetClassifier(model, this);
    }

    private void requireFit(Classifier model) {
        if (model.classCount() != labels.size()) {
            throw new IllegalArgumentException("the model has " + model.classCount() + " logits, but there are "
                    + labels.size() + " labels: " + labels);
        }
        size();
    }

    /** Returns the number of sets. */
    int size() {
        if (asked.isEmpty() || asked.size() > MOST_LABELS) {
            throw new IllegalStateException("label sets are made of 1 to " + MOST_LABELS + " labels, but there are "
                    + asked.size() + "; choose some by askingAbout(...)");
        }
        return 1 << asked.size();
    }

    private static boolean contains(int set, int label) {
        return (set >> label & 1) == 1;
    }

    /**
     * Computes the logits of the sets: minus the sizes of the logits of those labels in which a set differs from the one that
     * the model gives. That keeps even the smallest margin, which would be lost beside a large sum.
     */
    void logits(float[] ofLabels, int from, float[] ofSets, int to) {
        for (int set = 0; set < size(); set++) {
            double logit = 0;
            for (int l = 0; l < asked.size(); l++) {
                float z = ofLabels[from + asked.get(l)];
                logit -= contains(set, l) == z > 0 ? 0 : Math.abs(z);
            }
            ofSets[to + set] = (float) logit;
        }
    }

    /** Computes the cotangent on the logits of the labels from that on the logits of the sets. */
    void cotangent(float[] ofLabels, float[] onSets, float[] onLabels) {
        for (int l = 0; l < asked.size(); l++) {
            int label = asked.get(l);
            boolean isGiven = ofLabels[label] > 0;
            double sum = 0;
            for (int set = 0; set < size(); set++) {
                sum += contains(set, l) == isGiven ? 0 : onSets[set];
            }
            onLabels[label] = (float) (isGiven ? -sum : sum);
        }
    }

    /** Returns the labels that are asked about, such as {@code label sets of [AF, PVC]}. */
    @Override
    public String toString() {
        return "label sets of " + asked.stream().map(labels::get).toList();
    }
}

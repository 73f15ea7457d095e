package org.robustest.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.robustest.attack.Attack;
import org.robustest.attack.Loss;
import org.robustest.attack.Search;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.perturbation.Region;
import org.robustest.samples.Sample;

/** The point with the largest cross-entropy that an attack visits in the region of one sample. */
final class WorstPoint {

    private final Sample sample;
    private final Region region;
    private final Search search;
    private final float[] point;
    private final float[] input;
    private final float[] worst;
    private final float[] gradient;
    private double largestLoss = Double.NEGATIVE_INFINITY;

    WorstPoint(Attack attack, Sample sample, Region region, long seed) {
        Sample origin = region.origin(sample);
        this.sample = sample;
        this.region = region;
        this.search = attack.search(origin, region, seed);
        this.point = origin.input();
        this.input = sample.input();
        this.worst = sample.input();
        this.gradient = new float[point.length];
    }

    /** Returns the worst points for all samples of a batch, row-major {@code [N, C, L]}. */
    static float[] ofAll(Attack attack, List<Region> regions, TrainingBatch batch) {
        List<WorstPoint> searches = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            searches.add(new WorstPoint(attack, batch.sample(i), regions.get(i), batch.seed()));
        }
        searchAll(searches, batch.classifier());
        int size = batch.classifier().inputShape().size();
        float[] inputs = new float[batch.size() * size];
        for (int i = 0; i < batch.size(); i++) {
            searches.get(i).copyWorstTo(inputs, i * size);
        }
        return inputs;
    }

    /** Lets all searches go on, a batch at a time, until none has anything left to try. */
    private static void searchAll(List<WorstPoint> searches, DifferentiableClassifier classifier) {
        List<WorstPoint> active = moving(searches, WorstPoint::propose);
        while (!active.isEmpty()) {
            ask(moving(active, each -> each.search.wantsGradient()), classifier, true);
            ask(moving(active, each -> !each.search.wantsGradient()), classifier, false);
            active = moving(active, WorstPoint::propose);
        }
    }

    private static List<WorstPoint> moving(List<WorstPoint> searches, Predicate<WorstPoint> predicate) {
        return searches.stream().filter(predicate).toList();
    }

    private static void ask(List<WorstPoint> searches, DifferentiableClassifier classifier, boolean wantGradients) {
        if (searches.isEmpty()) {
            return;
        }
        int count = searches.size();
        int size = classifier.inputShape().size();
        int classes = classifier.classCount();
        float[] inputs = new float[count * size];
        float[] logits = new float[count * classes];
        float[] gradients = new float[count * size];
        for (int i = 0; i < count; i++) {
            System.arraycopy(searches.get(i).input, 0, inputs, i * size, size);
        }
        if (wantGradients) {
            classifier.inputGradients(
                    inputs, count, (i, z, u) -> searches.get(i).search.cotangent(z, u), logits, gradients);
        } else {
            classifier.logits(inputs, count, logits);
        }
        float[] unused = new float[classes];
        for (int i = 0; i < count; i++) {
            float[] ownLogits = Arrays.copyOfRange(logits, i * classes, (i + 1) * classes);
            if (!wantGradients) {
                searches.get(i).search.cotangent(ownLogits, unused);
            }
            searches.get(i).learn(ownLogits, gradients, i * size);
        }
    }

    private boolean propose() {
        if (!search.propose(point)) {
            return false;
        }
        region.toInput(point, input);
        return true;
    }

    private void learn(float[] logits, float[] gradients, int offset) {
        double loss = Loss.crossEntropy().value(logits, sample.label());
        if (loss > largestLoss && (!search.mayLeaveRegion() || region.contains(point))) {
            largestLoss = loss;
            System.arraycopy(input, 0, worst, 0, input.length);
        }
        region.pullBack(point, Arrays.copyOfRange(gradients, offset, offset + input.length), gradient);
        search.learn(gradient);
    }

    /** Copies the worst point, or the sample if the attack visited none, to where it is wanted. */
    private void copyWorstTo(float[] inputs, int offset) {
        System.arraycopy(worst, 0, inputs, offset, worst.length);
    }
}

package org.robustest.training;

import java.util.ArrayList;
import java.util.List;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.evaluation.RobustnessEvaluation;
import org.robustest.evaluation.RobustnessResult;

/** The validations of one training, and the best model among them. */
final class ValidationRun implements Resumable {

    private static final int NUMBERS = 3;

    private final Validation validation;
    private final long seed;
    private final int threads;
    private final List<ValidationResult> results = new ArrayList<>();
    private int bestIndex = -1;
    private double[] bestParameters = {};

    ValidationRun(Validation validation, long seed, int threads) {
        this.validation = validation;
        this.seed = seed;
        this.threads = threads;
    }

    boolean isDue(int step, boolean endsEpoch) {
        return validation.isDue(step, endsEpoch);
    }

    /** Measures the model, and remembers its parameters if it is the best so far. */
    void check(int step, DifferentiableClassifier classifier, ModelStep model) {
        RobustnessResult measured = RobustnessEvaluation.of(classifier)
                .withoutCertificates()
                .withAttack(validation.attack())
                .withSeed(seed)
                .withThreads(threads)
                .evaluate(validation.samples(), validation.effectiveSet());
        ValidationResult result = new ValidationResult(step, measured.cleanAccuracy(), measured.robustAccuracy());
        if (bestIndex < 0 || result.isBetterThan(results.get(bestIndex))) {
            bestIndex = results.size();
            bestParameters = validation.keepsBest() ? model.parameters() : bestParameters;
        }
        results.add(result);
    }

    /** Whether the model has not become better for so long that the training is to end. */
    boolean isOver() {
        return !results.isEmpty() && !validation.hasPatience(results.size() - 1 - bestIndex);
    }

    /** Gives the model its best parameters back, if that was asked for. */
    void restoreBest(ModelStep model) {
        if (validation.keepsBest() && bestIndex >= 0) {
            model.setParameters(bestParameters);
        }
    }

    List<ValidationResult> results() {
        return results;
    }

    @Override
    public void save(State state) {
        double[] numbers = new double[NUMBERS * results.size()];
        for (int i = 0; i < results.size(); i++) {
            ValidationResult result = results.get(i);
            numbers[NUMBERS * i] = result.step();
            numbers[NUMBERS * i + 1] = result.cleanAccuracy();
            numbers[NUMBERS * i + 2] = result.robustAccuracy();
        }
        state.put("validations", numbers);
        state.put("best validation", bestIndex);
        state.put("best parameters", bestParameters);
    }

    @Override
    public void restore(State state) {
        double[] numbers = state.array("validations");
        results.clear();
        for (int i = 0; i < numbers.length; i += NUMBERS) {
            results.add(new ValidationResult((int) numbers[i], numbers[i + 1], numbers[i + 2]));
        }
        bestIndex = (int) state.number("best validation");
        bestParameters = state.array("best parameters");
    }
}

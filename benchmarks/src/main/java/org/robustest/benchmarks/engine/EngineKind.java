package org.robustest.benchmarks.engine;

import java.util.Locale;
import org.robustest.benchmarks.model.BenchmarkModel;
import org.robustest.benchmarks.model.ModelParameters;

/** The engines that are compared. */
public enum EngineKind {

    /** Robustest. */
    ROBUSTEST,

    /** PyTorch with one-dimensional convolutions, as everyone writes them. */
    PYTORCH,

    /** PyTorch with the channels last in memory. */
    PYTORCH_CHANNELS_LAST,

    /** Deeplearning4j. */
    DL4J;

    /**
     * Creates the engine for a model.
     *
     * @param model the model
     * @param parameters its parameters
     * @param threads how many threads it may use; those of PyTorch and DL4J are set when the JVM is started
     * @return the engine
     */
    public GradientEngine create(BenchmarkModel model, ModelParameters parameters, int threads) {
        return switch (this) {
            case ROBUSTEST -> new RobustestEngine(model.network(parameters), threads);
            case PYTORCH -> inPieces(new PyTorchEngine(model, parameters, false), model);
            case PYTORCH_CHANNELS_LAST -> inPieces(new PyTorchEngine(model, parameters, true), model);
            case DL4J -> inPieces(new Dl4jEngine(model.create(), model.inputShape(), model.classCount()), model);
        };
    }

    private static GradientEngine inPieces(GradientEngine engine, BenchmarkModel model) {
        return new InPieces(engine, model.inputShape().size(), model.classCount());
    }

    /** Returns the name in the tables. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

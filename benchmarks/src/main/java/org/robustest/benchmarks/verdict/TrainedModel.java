package org.robustest.benchmarks.verdict;

import java.util.List;
import java.util.Locale;
import org.robustest.benchmarks.engine.EngineKind;
import org.robustest.benchmarks.model.BenchmarkModel;
import org.robustest.benchmarks.model.ModelParameters;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.reference.model.ReferenceModel;
import org.robustest.reference.model.ReferenceModels;
import org.robustest.reference.model.TrainingMethod;

/** A reference model whose robustness is measured. */
enum TrainedModel {

    /** The MLP, trained by cross-entropy. */
    MLP(BenchmarkModel.MLP, ReferenceModels.mitBihMlp(TrainingMethod.CROSS_ENTROPY)),

    /** The MLP, trained by the noise-to-signal ratio. */
    MLP_NSR(BenchmarkModel.MLP, ReferenceModels.mitBihMlp(TrainingMethod.NSR)),

    /** The MLP, trained half on beats as they are and half on noise. */
    MLP_ADVERSARIAL(BenchmarkModel.MLP, ReferenceModels.mitBihMlp(TrainingMethod.ADVERSARIAL)),

    /** The MLP, trained on the worst points alone. */
    MLP_WORST_POINTS(BenchmarkModel.MLP, ReferenceModels.mitBihMlp(TrainingMethod.WORST_POINTS)),

    /** The MLP, trained on bounds of small boxes. */
    MLP_SMALL_BOXES(BenchmarkModel.MLP, ReferenceModels.mitBihMlp(TrainingMethod.SMALL_BOXES)),

    /** The CNN, trained by cross-entropy. */
    CNN(BenchmarkModel.CNN, ReferenceModels.mitBihCnn(TrainingMethod.CROSS_ENTROPY)),

    /** The CNN, trained by the noise-to-signal ratio. */
    CNN_NSR(BenchmarkModel.CNN, ReferenceModels.mitBihCnn(TrainingMethod.NSR)),

    /** The CNN, trained half on beats as they are and half on noise. */
    CNN_ADVERSARIAL(BenchmarkModel.CNN, ReferenceModels.mitBihCnn(TrainingMethod.ADVERSARIAL)),

    /** The CNN, trained on the worst points alone. */
    CNN_WORST_POINTS(BenchmarkModel.CNN, ReferenceModels.mitBihCnn(TrainingMethod.WORST_POINTS));

    /** Those of which the paper tells. */
    static final List<TrainedModel> OF_THE_PAPER = List.of(MLP, MLP_NSR, CNN, CNN_NSR);

    private final BenchmarkModel architecture;
    private final ReferenceModel<?> model;

    TrainedModel(BenchmarkModel architecture, ReferenceModel<?> model) {
        this.architecture = architecture;
        this.model = model;
    }

    DifferentiableClassifier classifier() {
        return model.classifier();
    }

    BenchmarkModel architecture() {
        return architecture;
    }

    /** Without a convolution there is one way to write a model for PyTorch. */
    List<EngineKind> engines() {
        return architecture == BenchmarkModel.MLP
                ? List.of(EngineKind.ROBUSTEST, EngineKind.PYTORCH)
                : List.of(EngineKind.ROBUSTEST, EngineKind.PYTORCH, EngineKind.PYTORCH_CHANNELS_LAST);
    }

    /** Returns the parameters by the names that the layers have in the benchmarks. */
    ModelParameters parameters() {
        return ModelParameters.of(model.load()).renamed(TrainedModel::nameHere);
    }

    private static String nameHere(String name) {
        if (!name.startsWith("block")) {
            return name.replace("convolution_", "first_")
                    .replace("dense_", "hidden_")
                    .replace("classes_", "logits_");
        }
        int block = Integer.parseInt(name.substring("block".length(), name.indexOf('-')));
        return "block" + (block - 1) + (name.contains("-first") ? "a" : "b") + name.substring(name.lastIndexOf('_'));
    }

    /** Returns the name by which the model is chosen. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

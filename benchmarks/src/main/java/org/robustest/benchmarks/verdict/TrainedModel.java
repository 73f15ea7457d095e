package org.robustest.benchmarks.verdict;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.deeplearning4j.nn.api.Model;
import org.robustest.benchmarks.engine.EngineKind;
import org.robustest.benchmarks.model.BenchmarkModel;
import org.robustest.benchmarks.model.ModelParameters;
import org.robustest.reference.model.ReferenceModels;

/** A reference model whose robustness is measured. */
enum TrainedModel {

    /** The MLP, trained by cross-entropy. */
    MLP(BenchmarkModel.MLP, ReferenceModels::mitBihMlp),

    /** The MLP, trained by the noise-to-signal ratio. */
    MLP_NSR(BenchmarkModel.MLP, ReferenceModels::mitBihMlpNsr),

    /** The CNN, trained by cross-entropy. */
    CNN(BenchmarkModel.CNN, ReferenceModels::mitBihCnn),

    /** The CNN, trained by the noise-to-signal ratio. */
    CNN_NSR(BenchmarkModel.CNN, ReferenceModels::mitBihCnnNsr);

    private final BenchmarkModel architecture;
    private final Supplier<Model> loader;

    TrainedModel(BenchmarkModel architecture, Supplier<Model> loader) {
        this.architecture = architecture;
        this.loader = loader;
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
        return ModelParameters.of(loader.get()).renamed(TrainedModel::nameHere);
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

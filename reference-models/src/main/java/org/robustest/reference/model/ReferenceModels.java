package org.robustest.reference.model;

import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** The reference models that are shipped with their weights. */
public final class ReferenceModels {

    /** What there is to know about the model that {@link #mitBihMlp()} loads. */
    public static final ReferenceModel<MultiLayerNetwork> MIT_BIH_MLP = ReferenceModel.multiLayerNetwork(
            "mitbih-mlp",
            "MLP 187-128-128-128-32-5 for beats of the MIT-BIH Arrhythmia Database, trained by cross-entropy");

    private ReferenceModels() {}

    /**
     * Returns all models.
     *
     * @return the models; unmodifiable
     */
    public static List<ReferenceModel<?>> all() {
        return List.of(MIT_BIH_MLP);
    }

    /**
     * Loads the MLP for beats: 187-128-128-128-32-5, trained by cross-entropy on the by-beat training part of MIT-BIH.
     *
     * <p>Features are beats {@code [N, 187]} as {@link org.robustest.reference.beats.BeatCutter BeatCutter} cuts them,
     * with values from 0 to 1; outputs are the probabilities {@code [N, 5]} of the classes N, S, V, F, Q.
     *
     * @return a model of its own for every call, without the state of its updater
     */
    public static MultiLayerNetwork mitBihMlp() {
        return MIT_BIH_MLP.load();
    }
}

package org.robustest.training;

import java.util.List;

/** How a model is differentiated, and how its parameters stand there. */
interface Differentiation {

    /** The parameters, in arrays that are the caller's. */
    List<float[]> parameters();

    /** Copies parameters of the model, in the order of its {@code params()}, to such arrays. */
    void fromModel(float[] ofModel, List<float[]> parameters);

    /** Copies such arrays, or gradients of their form, to the order of the model's {@code params()}. */
    void toModel(List<float[]> parameters, float[] ofModel);

    /** The passes at some parameters, valid until the next call. */
    BatchPasses at(List<float[]> parameters);
}

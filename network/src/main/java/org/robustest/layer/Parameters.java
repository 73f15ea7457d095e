package org.robustest.layer;

/** Checks the parameters of a layer. */
final class Parameters {

    private Parameters() {}

    /** Throws if a parameter is NaN or infinite: no verdict on such a network could be right. */
    static void requireFinite(float[] parameters, String name) {
        for (int i = 0; i < parameters.length; i++) {
            if (!Float.isFinite(parameters[i])) {
                throw new IllegalArgumentException("every " + name + " must be finite, but the one at index " + i
                        + " was " + parameters[i] + "; was the model trained with too high a learning rate?");
            }
        }
    }
}

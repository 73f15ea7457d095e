package org.robustest.classifier;

/** How the logits of all inputs in a set are bounded. Each method costs more than the one before, and bounds closer. */
public enum BoundMethod {

    /**
     * Interval arithmetic, layer by layer, with the affine layers at the end merged into the margins (Gowal et al., "Scalable
     * Verified Training for Provably Robust Image Classification", ICCV 2019). The cost of a few passes.
     */
    INTERVAL("interval bounds"),

    /**
     * Linear bounds carried back from the margins, where the values between the layers are bounded by intervals (CROWN-IBP:
     * Zhang et al., "Towards Stable and Efficient Training of Verifiably Robust Neural Networks", ICLR 2020).
     */
    CROWN_INTERVAL("CROWN with interval bounds"),

    /**
     * Linear bounds carried back from the margins and, before, from every value that a curved layer takes (Zhang et al.,
     * "Efficient Neural Network Robustness Certification with General Activation Functions", NeurIPS 2018). The cost grows
     * with the number of such values.
     */
    CROWN("CROWN"),

    /**
     * The same, and then branch and bound over the ReLUs that may be on either side of 0, until the sign of every margin is
     * known or the set has been cut into some hundred parts (Wang, Zhang, Xu et al., "Beta-CROWN: Efficient Bound Propagation
     * with Per-neuron Split Constraints for Neural Network Robustness Verification", NeurIPS 2021). See {@link
     * BoundableClassifier#decideMargins}.
     */
    BRANCH_AND_BOUND("branch and bound");

    private final String text;

    BoundMethod(String text) {
        this.text = text;
    }

    /** Returns the name of the method in a sentence. */
    @Override
    public String toString() {
        return text;
    }
}

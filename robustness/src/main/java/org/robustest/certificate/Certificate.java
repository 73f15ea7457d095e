package org.robustest.certificate;

import org.robustest.classifier.BoundMethod;

/**
 * A proof that no input of a perturbation set is misclassified by the network as it runs in float32.
 *
 * @param method how it was proved
 * @param margin a lower bound, above 0, of the logit of the true class less that of any other, for all inputs of the set
 */
public record Certificate(BoundMethod method, double margin) {}

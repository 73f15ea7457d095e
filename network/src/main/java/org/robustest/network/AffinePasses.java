package org.robustest.network;

/** A layer {@code f(x) = A x + b}: its Jacobian is A wherever it is, so the way back needs neither the inputs nor the output. */
public interface AffinePasses extends Passes {

    @Override
    default boolean isAffine() {
        return true;
    }

    @Override
    default boolean needsInputsToGoBack() {
        return false;
    }

    @Override
    default boolean needsOutputToGoBack() {
        return false;
    }
}

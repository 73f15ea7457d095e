package org.robustest.network;

import java.lang.reflect.InvocationTargetException;

/** Creates the kernel with the Vector API, a class that cannot be named where the incubating module may be missing. */
final class VectorKernels {

    private VectorKernels() {}

    static MatrixKernel create() {
        try {
            return (MatrixKernel) Class.forName("org.robustest.network.VectorKernel")
                    .getDeclaredMethod("forThisProcessor")
                    .invoke(null);
        } catch (ClassNotFoundException
                | NoSuchMethodException
                | IllegalAccessException
                | InvocationTargetException e) {
            throw new IllegalStateException("the kernel with the Vector API cannot be used: " + e, e);
        }
    }
}

package org.robustest.benchmarks.jvm;

import java.nio.file.Path;
import org.robustest.network.Network;
import org.robustest.network.NetworkFile;

/** The JVM that reads a network, computes one gradient, and says so. */
final class FirstGradient {

    private FirstGradient() {}

    /**
     * Prints "done" once there is a gradient.
     *
     * @param arguments the file of the network
     */
    public static void main(String[] arguments) {
        Network network = NetworkFile.read(Path.of(arguments[0]));
        int size = network.inputShape().size();
        network.inputGradients(
                new float[size], 1, ManySamples::oneHot, new float[network.classCount()], new float[size]);
        System.out.println("done");
    }
}

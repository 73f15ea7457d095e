package org.robustest.benchmarks.jvm;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.robustest.network.Network;
import org.robustest.network.NetworkFile;

/** The JVM that computes gradients of many samples, in batches that go through the same arrays. */
final class ManySamples {

    private static final int BATCH = 1000;
    private static final double WARM_UP_SECONDS = 5;

    private final Network network;
    private final float[] inputs;
    private final float[] gradients;
    private final float[] logits;
    private final Random random = new Random(1);

    private ManySamples(Network network) {
        this.network = network;
        this.inputs = new float[BATCH * network.inputShape().size()];
        this.gradients = new float[inputs.length];
        this.logits = new float[BATCH * network.classCount()];
    }

    /**
     * Prints the gradients per second.
     *
     * @param arguments the file of the network, and the number of samples
     */
    public static void main(String[] arguments) {
        ManySamples samples = new ManySamples(NetworkFile.read(Path.of(arguments[0])));
        long start = System.nanoTime();
        while (secondsSince(start) < WARM_UP_SECONDS) {
            samples.batch();
        }
        int count = Integer.parseInt(arguments[1]);
        start = System.nanoTime();
        for (int done = 0; done < count; done += BATCH) {
            samples.batch();
        }
        System.out.println(count / secondsSince(start));
    }

    /** Making the samples takes a fraction of the time of their gradients. */
    private void batch() {
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = random.nextFloat();
        }
        network.inputGradients(inputs, BATCH, ManySamples::oneHot, logits, gradients);
    }

    static void oneHot(int index, float[] logits, float[] cotangent) {
        Arrays.fill(cotangent, 0);
        cotangent[index % cotangent.length] = 1;
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) * 1e-9;
    }
}

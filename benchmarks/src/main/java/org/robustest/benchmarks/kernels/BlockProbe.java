package org.robustest.benchmarks.kernels;

import java.util.ArrayList;
import java.util.List;
import org.robustest.network.Block;
import org.robustest.network.Network;
import org.robustest.network.Passes;
import org.robustest.samples.Shape;

/** A layer that does nothing but to keep the block that it is given, for the operations that layers are built of. */
final class BlockProbe implements Passes {

    private final List<Block> seen = new ArrayList<>();

    private BlockProbe() {}

    /** Returns the block of a network through which as many samples pass as there are to be lanes. */
    static Block ofLanes(int lanes) {
        BlockProbe probe = new BlockProbe();
        Network network = Network.sequential(Shape.of(1), List.of(shapes -> probe));
        network.logits(new float[lanes], lanes, new float[2 * lanes]);
        Block block = probe.seen.get(0);
        if (block.lanes() != lanes) {
            throw new IllegalArgumentException(
                    "asked for " + lanes + " lanes, but the block of so many samples has " + block.lanes());
        }
        return block;
    }

    @Override
    public Shape outputShape() {
        return Shape.of(2);
    }

    @Override
    public void forward(Block block, float[][] inputs, float[] output) {
        seen.add(block);
    }

    @Override
    public void backward(
            Block block, float[][] inputs, float[] output, float[] outputGradient, float[][] inputGradients) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void tangent(Block block, float[][] inputs, float[] output, float[][] inputTangents, float[] outputTangent) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void bounds(double[][] lower, double[][] upper, double[] outputLower, double[] outputUpper) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int roundings() {
        return 0;
    }

    @Override
    public String description() {
        return "probe";
    }
}

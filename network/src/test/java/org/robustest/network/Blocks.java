package org.robustest.network;

/** Blocks for the tests of layers. */
public final class Blocks {

    private Blocks() {}

    /** Returns a block with the kernel that this JVM uses. */
    public static Block ofLanes(int lanes) {
        Block block = new Block(Kernels.create());
        block.setLanes(lanes);
        return block;
    }
}

package org.robustest.network;

/** The ways to cut a product of matrices into tiles that fit the vector registers; they give the same bits. */
interface VectorTiles {

    /** As {@link MatrixKernel#multiplyAdd}. */
    void multiplyAdd(
            Matrix a,
            float[] x,
            int[] xRows,
            int xFrom,
            float[] y,
            int yFrom,
            int yStride,
            int lanes,
            int from,
            int to);

    /** AVX-512 and ARM have 32 vector registers, other processors 16. */
    static VectorTiles forThisProcessor() {
        boolean hasManyRegisters = VectorKernel.SPECIES.length() == Block.LANE_UNIT
                || System.getProperty("os.arch", "").equals("aarch64");
        return hasManyRegisters ? new WideTiles() : new PackedTiles();
    }
}

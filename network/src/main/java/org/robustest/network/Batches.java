package org.robustest.network;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** Passes batches through networks of one form, block by block, and keeps the memory in which blocks are computed. */
final class Batches {

    /** The most floats that the inputs and the output of a layer should have in a block, to stay in the cache of a core. */
    private static final int CACHED_FLOATS = 1 << 17;

    private static final int MOST_LANES = 512;

    /** Where one unit of lanes is too many, their number is a multiple of this. */
    private static final int FEW_LANES = 4;

    private final int maxLanes;
    private final Supplier<Workspace> newWorkspace;
    private final Queue<Workspace> idle = new ConcurrentLinkedQueue<>();

    /** Plans for networks whose layers give values of the same sizes, and depend on one another, as these nodes. */
    Batches(int inputSize, List<Node> nodes, Network.Value logits) {
        Plan plan = Plan.toInput(inputSize, nodes, logits.index());
        this.maxLanes = maxLanes(inputSize, nodes);
        this.newWorkspace = () -> new Workspace(
                plan, nodes, inputSize, logits.index(), logits.shape().size(), maxLanes);
    }

    private static int maxLanes(int inputSize, List<Node> nodes) {
        int[] sizes = Node.valueSizes(inputSize, nodes);
        int largest = 1;
        for (int n = 0; n < nodes.size(); n++) {
            int size = sizes[n + 1]
                    + nodes.get(n).inputs().stream()
                            .mapToInt(input -> sizes[input])
                            .sum();
            largest = Math.max(largest, size);
        }
        int units = CACHED_FLOATS / largest / Block.LANE_UNIT;
        return Math.min(Math.max(units, 1) * Block.LANE_UNIT, MOST_LANES);
    }

    /** Returns the most samples of a block. */
    int maxLanes() {
        return maxLanes;
    }

    /**
     * Passes a batch through nodes, on the pool of the calling thread or the common one, in as many blocks for each thread, whose
     * numbers of lanes differ by one unit at most.
     */
    void forEachBlock(int count, List<Node> nodes, Pass pass) {
        int units = (count + Block.LANE_UNIT - 1) / Block.LANE_UNIT;
        int mostUnits = maxLanes / Block.LANE_UNIT;
        int atLeast = (units + mostUnits - 1) / mostUnits;
        int blocks = atLeast > 1 ? Math.min(roundUp(atLeast, BlockRange.parallelism()), units) : atLeast;
        BlockRange.run(blocks, block -> {
            int first = firstUnit(block, blocks, units) * Block.LANE_UNIT;
            int end = Math.min(firstUnit(block + 1, blocks, units) * Block.LANE_UNIT, count);
            Workspace polled = idle.poll();
            Workspace workspace = polled == null ? newWorkspace.get() : polled;
            workspace.setNodes(nodes);
            workspace.setLanes(lanes(end - first));
            pass.run(workspace, first, end - first);
            idle.add(workspace);
        });
    }

    /** Returns the number of lanes for so many samples: where they are few, lanes without a sample would cost the most. */
    private static int lanes(int count) {
        if (count > Block.LANE_UNIT) {
            return roundUp(count, Block.LANE_UNIT);
        }
        return count > 2 ? roundUp(count, FEW_LANES) : count;
    }

    private static int firstUnit(int block, int blocks, int units) {
        return (int) ((long) block * units / blocks);
    }

    private static int roundUp(int number, int unit) {
        return (number + unit - 1) / unit * unit;
    }

    /** What is done with one block. */
    @FunctionalInterface
    interface Pass {
        void run(Workspace workspace, int first, int count);
    }
}

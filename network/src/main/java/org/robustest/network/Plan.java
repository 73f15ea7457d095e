package org.robustest.network;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Which memory holds which value and which gradient of a graph. Value 0 is the input, value n the output of the n-th node.
 *
 * <p>Memory that is no longer needed is used again, so that a pass stays within the caches, and a layer that can writes its
 * output over its input.
 */
final class Plan {

    private final int[] valueSlots;
    private final int[] valueSizes;
    private final int[] gradientSlots;
    private final int[] gradientSizes;
    private final int[][] begun;

    private Plan(int[] valueSlots, int[] valueSizes, int[] gradientSlots, int[] gradientSizes, int[][] begun) {
        this.valueSlots = valueSlots;
        this.valueSizes = valueSizes;
        this.gradientSlots = gradientSlots;
        this.gradientSizes = gradientSizes;
        this.begun = begun;
    }

    /** The slot of each value. */
    int[] valueSlots() {
        return valueSlots;
    }

    /** The size of each slot of values, without lanes. */
    int[] valueSizes() {
        return valueSizes;
    }

    /** The slot of the gradient of each value. */
    int[] gradientSlots() {
        return gradientSlots;
    }

    /** The size of each slot of gradients, without lanes. */
    int[] gradientSizes() {
        return gradientSizes;
    }

    /** The values whose gradients come into use when a node goes back, and have to start from 0. */
    int[] begun(int node) {
        return begun[node];
    }

    /** Plans for a forward and a backward pass to the input. */
    static Plan toInput(int inputSize, List<Node> nodes, int logits) {
        return new Planner(inputSize, nodes, logits).plan();
    }

    /** Slots that are given out, given back, and given out again. */
    private static final class Slots {

        private final List<Integer> sizes = new ArrayList<>();
        private final Deque<Integer> free = new ArrayDeque<>();

        int take(int size) {
            // The slot given back last is the one most likely to be in the cache.
            Integer slot = free.poll();
            if (slot == null) {
                sizes.add(size);
                return sizes.size() - 1;
            }
            sizes.set(slot, Math.max(sizes.get(slot), size));
            return slot;
        }

        void giveBack(int slot) {
            free.push(slot);
        }

        int[] sizes() {
            return sizes.stream().mapToInt(Integer::intValue).toArray();
        }
    }

    /** Decides, for a forward and a backward pass to the input. */
    private static final class Planner {

        private final List<Node> nodes;
        private final int logits;
        private final int[] sizes;
        private final int[] lastUse;
        private final int[] uses;
        private final boolean[] isNeededToGoBack;
        private final boolean[] isInPlace;

        Planner(int inputSize, List<Node> nodes, int logits) {
            this.nodes = nodes;
            this.logits = logits;
            int count = nodes.size() + 1;
            sizes = Node.valueSizes(inputSize, nodes);
            lastUse = new int[count];
            uses = new int[count];
            isNeededToGoBack = new boolean[count];
            isInPlace = new boolean[nodes.size()];
            isNeededToGoBack[logits] = true;
            for (int n = 0; n < nodes.size(); n++) {
                Node node = nodes.get(n);
                isNeededToGoBack[n + 1] |= node.passes().needsOutputToGoBack();
                for (int input : node.inputs()) {
                    lastUse[input] = n;
                    uses[input]++;
                    isNeededToGoBack[input] |= node.passes().needsInputsToGoBack();
                }
            }
        }

        Plan plan() {
            for (int n = 0; n < nodes.size(); n++) {
                isInPlace[n] = canWorkInPlace(n);
            }
            int[] valueSlots = new int[sizes.length];
            int[] valueSizes = placeValues(valueSlots);
            int[] gradientSlots = new int[sizes.length];
            int[][] begun = new int[nodes.size()][];
            int[] gradientSizes = placeGradients(gradientSlots, begun);
            return new Plan(valueSlots, valueSizes, gradientSlots, gradientSizes, begun);
        }

        private boolean canWorkInPlace(int n) {
            Node node = nodes.get(n);
            if (!node.passes().worksInPlace()) {
                return false;
            }
            int input = node.inputs().get(0);
            return input != 0
                    && input != logits
                    && uses[input] == 1
                    && sizes[input] == sizes[n + 1]
                    && !nodes.get(input - 1).passes().needsOutputToGoBack();
        }

        private int[] placeValues(int[] slots) {
            Slots memory = new Slots();
            slots[0] = memory.take(sizes[0]);
            for (int n = 0; n < nodes.size(); n++) {
                List<Integer> inputs = nodes.get(n).inputs();
                slots[n + 1] = isInPlace[n] ? slots[inputs.get(0)] : memory.take(sizes[n + 1]);
                for (int input : inputs.stream().distinct().toList()) {
                    boolean lives = isNeededToGoBack[input] || lastUse[input] > n || slots[input] == slots[n + 1];
                    if (!lives) {
                        memory.giveBack(slots[input]);
                    }
                }
            }
            return memory.sizes();
        }

        private int[] placeGradients(int[] slots, int[][] begun) {
            Slots memory = new Slots();
            Arrays.fill(slots, -1);
            slots[logits] = memory.take(sizes[logits]);
            for (int n = nodes.size() - 1; n >= 0; n--) {
                List<Integer> starting = new ArrayList<>();
                if (slots[n + 1] < 0) {
                    // Nothing that leads to the logits uses the value: its gradient is 0.
                    slots[n + 1] = memory.take(sizes[n + 1]);
                    starting.add(n + 1);
                }
                for (int input : nodes.get(n).inputs()) {
                    if (slots[input] < 0
                            && isInPlace[n]
                            && input == nodes.get(n).inputs().get(0)) {
                        slots[input] = slots[n + 1];
                    } else if (slots[input] < 0) {
                        slots[input] = memory.take(sizes[input]);
                        starting.add(input);
                    }
                }
                if (!isInPlace[n]) {
                    memory.giveBack(slots[n + 1]);
                }
                begun[n] = starting.stream().mapToInt(Integer::intValue).toArray();
            }
            if (slots[0] < 0) {
                throw new IllegalArgumentException("the logits do not depend on the input of the network");
            }
            return memory.sizes();
        }
    }
}

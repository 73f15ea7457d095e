package org.robustest.network;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The values of a network that ReLUs and leaky ReLUs take, and that may lie on either side of 0 for the inputs of a set: where
 * a problem can be split. They are numbered through.
 */
final class Bends {

    private static final int[] NONE = {};

    private final List<Node> nodes;
    private final ValueBounds bounds;
    private final int[][] numbers;
    private final int[] values;
    private final int[] indexes;

    Bends(List<Node> nodes, ValueBounds bounds) {
        this.nodes = nodes;
        this.bounds = bounds;
        numbers = new int[nodes.size() + 1][];
        Arrays.fill(numbers, NONE);
        int count = 0;
        int[] foundValues = new int[0];
        int[] foundIndexes = new int[0];
        for (int n = 0; n < nodes.size(); n++) {
            int value = nodes.get(n).inputs().get(0);
            if (isBend(n) && numbers[value].length == 0) {
                int size = bounds.size(value);
                numbers[value] = new int[size];
                foundValues = Arrays.copyOf(foundValues, count + size);
                foundIndexes = Arrays.copyOf(foundIndexes, count + size);
                for (int i = 0; i < size; i++) {
                    boolean isOpen = bounds.lower(value, i) < 0 && bounds.upper(value, i) > 0;
                    numbers[value][i] = isOpen ? count : -1;
                    if (isOpen) {
                        foundValues[count] = value;
                        foundIndexes[count] = i;
                        count++;
                    }
                }
            }
        }
        values = Arrays.copyOf(foundValues, count);
        indexes = Arrays.copyOf(foundIndexes, count);
    }

    boolean isBend(int n) {
        return nodes.get(n).passes().slopeBelowZero().isPresent();
    }

    double slopeBelowZero(int n) {
        return nodes.get(n).passes().slopeBelowZero().orElseThrow();
    }

    /** Tells whether all that is curved are bends, so that a part with all sides known is a linear program. */
    boolean areAllCurves() {
        return IntStream.range(0, nodes.size())
                .allMatch(n -> isBend(n) || nodes.get(n).passes().isAffine());
    }

    /** Returns how many values may lie on either side. */
    int count() {
        return values.length;
    }

    /** Returns the number of an element of a value that a bend takes, or -1 if it lies on one side. */
    int number(int value, int i) {
        return numbers[value][i];
    }

    /** Returns the numbers of all elements of a value that may lie on either side. */
    int[] of(int value) {
        return IntStream.range(0, values.length).filter(b -> values[b] == value).toArray();
    }

    int value(int bend) {
        return values[bend];
    }

    int index(int bend) {
        return indexes[bend];
    }

    double lower(int bend) {
        return bounds.lower(values[bend], indexes[bend]);
    }

    double upper(int bend) {
        return bounds.upper(values[bend], indexes[bend]);
    }

    double magnitude(int bend) {
        return Math.max(-lower(bend), upper(bend));
    }
}

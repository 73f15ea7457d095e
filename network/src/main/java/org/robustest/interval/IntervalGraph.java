package org.robustest.interval;

import java.util.ArrayList;
import java.util.List;
import org.robustest.layer.LinearCombination;
import org.robustest.layer.Rearrangement;
import org.robustest.network.Network;
import org.robustest.network.Network.Value;
import org.robustest.network.Passes;
import org.robustest.samples.Shape;

/** The network of the bounds while it is built, and which parameter of the bounded network each of its parameters is. */
final class IntervalGraph {

    private final Shape inputShape;
    private final Network.Builder builder;
    private final List<Integer> sources = new ArrayList<>();

    /** Starts with the lower and the upper bounds of an input, one behind the other. */
    IntervalGraph(Shape inputShape) {
        this.inputShape = inputShape;
        this.builder = Network.builder(Shape.of(2, inputShape.size()));
    }

    Interval input() {
        return Interval.between(this, input(0), input(1));
    }

    private Value input(int end) {
        int[] places = new int[inputShape.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = end * places.length + i;
        }
        return add(
                Rearrangement.of(inputShape, places).place(List.of(Shape.of(2, places.length))),
                0,
                List.of(builder.input()));
    }

    /** Adds a layer whose parameters are those of the bounded network from {@code firstParameter} on. */
    Value add(Passes passes, int firstParameter, List<Value> inputs) {
        for (int p = 0; p < passes.parameters().size(); p++) {
            sources.add(firstParameter + p);
        }
        return builder.add(shapes -> passes, inputs.toArray(Value[]::new));
    }

    Value sum(double first, Value x, double second, Value y) {
        return builder.add(LinearCombination.of(first, second), x, y);
    }

    /** Puts the value k of K values to {@code j * K + k} for all j, or to {@code k * K + j}. */
    Value repeated(Value x, boolean isInRows) {
        int count = x.shape().size();
        int[] places = new int[count * count];
        for (int pair = 0; pair < places.length; pair++) {
            places[pair] = isInRows ? pair % count : pair / count;
        }
        return builder.add(Rearrangement.of(Shape.of(places.length), places), x);
    }

    Network build(Value outputs) {
        return builder.build(outputs);
    }

    List<Integer> sources() {
        return List.copyOf(sources);
    }
}

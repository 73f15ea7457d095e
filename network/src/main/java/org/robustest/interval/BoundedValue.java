package org.robustest.interval;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.robustest.network.Network.Value;
import org.robustest.network.Passes;

/** A value of the bounded network: the output of a layer, whose bounds are added to the graph when they are first asked for. */
final class BoundedValue {

    private final IntervalGraph graph;
    private final Optional<Passes> passes;
    private final int firstParameter;
    private final List<BoundedValue> inputs;
    private Optional<Interval> interval = Optional.empty();

    private BoundedValue(IntervalGraph graph, Optional<Passes> passes, int firstParameter, List<BoundedValue> inputs) {
        this.graph = graph;
        this.passes = passes;
        this.firstParameter = firstParameter;
        this.inputs = inputs;
    }

    static BoundedValue input(IntervalGraph graph) {
        return new BoundedValue(graph, Optional.empty(), 0, List.of());
    }

    /**
     * Returns the output of a layer.
     *
     * @throws IllegalArgumentException if the layer is of a kind that has no bounds to learn, with its name
     */
    static BoundedValue behind(Passes passes, int firstParameter, List<BoundedValue> inputs) {
        if (!passes.isIncreasing() && passes.absolute().isEmpty()) {
            throw new IllegalArgumentException(
                    "interval bounds of a network can be learned where each layer is affine or"
                            + " never decreases, but " + passes.description()
                            + " is neither; replace it, or train the network"
                            + " by another objective");
        }
        return new BoundedValue(inputs.get(0).graph, Optional.of(passes), firstParameter, inputs);
    }

    Interval interval() {
        Interval known = interval.orElseGet(() -> passes.map(this::bounded).orElseGet(graph::input));
        interval = Optional.of(known);
        return known;
    }

    private Interval bounded(Passes layer) {
        return layer.isIncreasing()
                ? Interval.between(graph, add(layer, Interval::lower), add(layer, Interval::upper))
                : aroundCentre(layer);
    }

    private Interval aroundCentre(Passes affine) {
        return Interval.around(
                graph, add(affine, Interval::centre), add(affine.absolute().orElseThrow(), Interval::radius));
    }

    private Value add(Passes layer, Function<Interval, Value> part) {
        return graph.add(
                layer,
                firstParameter,
                inputs.stream().map(input -> part.apply(input.interval())).toList());
    }

    /** Returns upper bounds of all differences of two of K values: of value k and value j at {@code j * K + k}. */
    Value differences() {
        return passes.flatMap(Passes::differences)
                .map(layer -> aroundCentre(layer).upper())
                .orElseGet(() -> graph.sum(
                        1,
                        graph.repeated(interval().upper(), true),
                        -1,
                        graph.repeated(interval().lower(), false)));
    }
}

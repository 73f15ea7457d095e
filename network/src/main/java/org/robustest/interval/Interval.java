package org.robustest.interval;

import java.util.Optional;
import org.robustest.network.Network.Value;

/** The bounds of one value, by their ends or by their centre and radius, whichever was asked for. */
final class Interval {

    private final IntervalGraph graph;
    private Optional<Pair> ends;
    private Optional<Pair> middle;

    private Interval(IntervalGraph graph, Optional<Pair> ends, Optional<Pair> middle) {
        this.graph = graph;
        this.ends = ends;
        this.middle = middle;
    }

    private record Pair(Value first, Value second) {}

    static Interval between(IntervalGraph graph, Value lower, Value upper) {
        return new Interval(graph, Optional.of(new Pair(lower, upper)), Optional.empty());
    }

    static Interval around(IntervalGraph graph, Value centre, Value radius) {
        return new Interval(graph, Optional.empty(), Optional.of(new Pair(centre, radius)));
    }

    Value lower() {
        return ends().first();
    }

    Value upper() {
        return ends().second();
    }

    Value centre() {
        return middle().first();
    }

    Value radius() {
        return middle().second();
    }

    private Pair ends() {
        Pair known = ends.orElseGet(
                () -> new Pair(graph.sum(1, centre(), -1, radius()), graph.sum(1, centre(), 1, radius())));
        ends = Optional.of(known);
        return known;
    }

    private Pair middle() {
        Pair known = middle.orElseGet(
                () -> new Pair(graph.sum(0.5, lower(), 0.5, upper()), graph.sum(-0.5, lower(), 0.5, upper())));
        middle = Optional.of(known);
        return known;
    }
}

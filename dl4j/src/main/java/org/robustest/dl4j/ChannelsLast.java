package org.robustest.dl4j;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.robustest.layer.Rearrangement;
import org.robustest.network.Layer;
import org.robustest.samples.Shape;

/** Where the channels of a value stand: first, as the layers of a network take them, or last (DL4J's NHWC and NWC). */
enum ChannelsLast {
    NO,
    YES;

    /** Brings the channels of a value that has them last to the front. */
    static final Layer TO_FRONT = inputs -> rearrangement(inputs.get(0), true).place(inputs);

    /** Brings the channels of a value that has them first to the back. */
    static final Layer TO_BACK = inputs -> rearrangement(inputs.get(0), false).place(inputs);

    static ChannelsLast of(boolean channelsLast) {
        return channelsLast ? YES : NO;
    }

    /** The layers, which take and give channels first, for values in this format. */
    List<Layer> around(List<Layer> layers) {
        return this == NO
                ? layers
                : Stream.of(List.of(TO_FRONT), layers, List.of(TO_BACK))
                        .flatMap(List::stream)
                        .toList();
    }

    /** Brings the last dimension to the front, or the first one to the back. */
    private static Layer rearrangement(Shape shape, boolean toFront) {
        if (shape.rank() == 1) {
            return Rearrangement.flatten();
        }
        int channels = shape.dimension(toFront ? shape.rank() - 1 : 0);
        int places = shape.size() / channels;
        int[] source = IntStream.range(0, shape.size())
                .map(i -> toFront ? i % places * channels + i / places : i % channels * places + i / channels)
                .toArray();
        int[] dimensions = new int[shape.rank()];
        dimensions[toFront ? 0 : shape.rank() - 1] = channels;
        for (int i = 1; i < shape.rank(); i++) {
            dimensions[toFront ? i : i - 1] = shape.dimension(toFront ? i - 1 : i);
        }
        return Rearrangement.of(Shape.of(dimensions), source);
    }
}

package org.robustest.dl4j;

import java.util.List;
import org.robustest.network.Layer;

/** Where the channels of a value stand: first, as the layers of a network take them, or last (DL4J's NHWC and NWC). */
enum ChannelsLast {
    NO,
    YES;

    static ChannelsLast of(boolean channelsLast) {
        return channelsLast ? YES : NO;
    }

    /**
     * Returns the layers, which take and give channels first, for values in this format.
     *
     * @throws IllegalArgumentException if the channels are last
     */
    List<Layer> around(List<Layer> layers) {
        if (this == YES) {
            throw new IllegalArgumentException("there is no counterpart for the formats NHWC and NWC");
        }
        return layers;
    }
}

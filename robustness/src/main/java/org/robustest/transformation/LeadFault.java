package org.robustest.transformation;

import java.util.List;
import java.util.stream.Collectors;
import org.robustest.samples.Sample;

/** The values of some channels are multiplied by -1, where electrodes are exchanged, or by 0, where one falls off. */
record LeadFault(String name, List<Integer> leads, float factor) implements Transformation {

    LeadFault {
        if (leads.isEmpty() || leads.stream().anyMatch(lead -> lead < 0)) {
            throw new IllegalArgumentException(
                    name + " needs the indices of channels, from 0, at least one, but they were " + leads);
        }
    }

    @Override
    public float[] apply(Sample sample, long seed) {
        Channels channels = Channels.of(sample.shape(), this);
        float[] values = sample.input();
        for (int lead : leads) {
            if (lead >= channels.count()) {
                throw new IllegalArgumentException(this + " names channel " + lead + ", but the inputs have "
                        + channels.count() + ", counted from 0");
            }
            for (int t = 0; t < channels.length(); t++) {
                values[lead * channels.length() + t] *= factor;
            }
        }
        return values;
    }

    @Override
    public String toString() {
        return name + leads.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
    }
}

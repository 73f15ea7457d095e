package org.robustest.jqwik;

import net.jqwik.api.SampleReportingFormat;
import org.robustest.samples.Sample;

/** Reports samples, perturbed or not, in a few lines with their shapes as blocks, in place of thousands of numbers. */
public final class SignalFormat implements SampleReportingFormat {

    /** Creates the format; called by jqwik. */
    public SignalFormat() {}

    @Override
    public boolean appliesTo(Object value) {
        return value instanceof Sample || value instanceof PerturbedSample;
    }

    @Override
    public Object report(Object value) {
        return SampleReportingFormat.plainLabel(
                value instanceof Sample sample ? Description.of(sample) : value.toString());
    }
}

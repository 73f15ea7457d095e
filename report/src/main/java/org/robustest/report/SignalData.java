package org.robustest.report;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.robustest.evaluation.Verdict;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

/** A sample with its values, as {@link Floats}, channel after channel, and with its counterexample where it has one. */
record SignalData(
        String id,
        String label,
        String verdict,
        String remark,
        Map<String, String> tags,
        int channels,
        int length,
        String input,
        @Nullable CounterexampleData counterexample) {

    SignalData {
        tags = new TreeMap<>(tags);
        long size = (long) channels * length;
        if (Floats.count(input) != size) {
            throw new IllegalArgumentException(
                    "\"input\" has not the " + channels + " times " + length + " values of the signal");
        }
        if (counterexample != null && Floats.count(counterexample.input()) != size) {
            throw new IllegalArgumentException(
                    "the counterexample has not the " + channels + " times " + length + " values of the signal");
        }
    }

    static SignalData of(Verdict verdict, Samples samples) {
        Sample sample = verdict.sample();
        Shape shape = sample.shape();
        int length = shape.dimension(shape.rank() - 1);
        return new SignalData(
                sample.id(),
                samples.classNames().get(sample.label()),
                VerdictKind.of(verdict).word(),
                remark(verdict, samples),
                sample.tags(),
                shape.size() / length,
                length,
                Floats.encode(sample.input()),
                verdict instanceof Verdict.Broken broken
                        ? CounterexampleData.of(broken.counterexample(), samples)
                        : null);
    }

    private static String remark(Verdict verdict, Samples samples) {
        if (verdict instanceof Verdict.Misclassified wrong) {
            return "taken for " + samples.classNames().get(wrong.prediction()) + " without any perturbation";
        }
        return verdict instanceof Verdict.Failed failed ? failed.reason() : "";
    }

    /** Returns about how many bytes this takes in a file. */
    int bytes() {
        return 600
                + input.length()
                + (counterexample == null ? 0 : counterexample.input().length());
    }
}

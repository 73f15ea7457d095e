package org.robustest.reference.twelvelead;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What was found in one recording.
 *
 * @param id the id of the recording
 * @param seconds how long it lasts
 * @param findings the flaws of its leads; unmodifiable
 * @param remarks what else is worth knowing, such as labels that disagree; unmodifiable
 */
public record RecordingReport(String id, double seconds, List<Finding> findings, List<String> remarks) {

    /**
     * Creates a report that keeps copies.
     *
     * @param id the id of the recording
     * @param seconds how long it lasts
     * @param findings the flaws of its leads
     * @param remarks what else is worth knowing, such as labels that disagree
     */
    public RecordingReport {
        findings = List.copyOf(findings);
        remarks = List.copyOf(remarks);
    }

    /**
     * Tells whether nothing was found.
     *
     * @return {@code true} if there is no finding and no remark
     */
    public boolean isClean() {
        return findings.isEmpty() && remarks.isEmpty();
    }

    static RecordingReport of(RecordingFile file) {
        Recording recording = file.read();
        List<Diagnosis> stated = recording.statements().stream()
                .flatMap(statement -> Diagnosis.ofStatement(statement).stream())
                .sorted()
                .toList();
        boolean agree = recording.statements().isEmpty()
                || stated.equals(file.diagnoses().stream().sorted().toList());
        return new RecordingReport(
                file.id(),
                recording.sampleCount() / recording.samplingFrequency(),
                recording.findings(Lead.twelve()),
                agree
                        ? List.of()
                        : List.of(
                                "labelled " + file.diagnoses() + ", but the header states " + recording.statements()));
    }

    /** Returns a line such as {@code cpsc2018/A1388, 18.0 s: V1 clipped in 7 samples}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(id).append(String.format(Locale.ROOT, ", %.1f s: ", seconds));
        List<String> parts = Stream.concat(findings.stream().map(Finding::toString), remarks.stream())
                .toList();
        return text.append(parts.isEmpty() ? "nothing found" : String.join("; ", parts))
                .toString();
    }
}

package org.robustest.report;

import org.robustest.evaluation.Diagnostic;

/** A measurement that tells a model that resists from a search that failed, as it stands in a report. */
record DiagnosticData(String name, double value, double threshold, boolean decisive, String meaning, String remedy) {

    static DiagnosticData of(Diagnostic found) {
        return new DiagnosticData(
                found.name(), found.value(), found.threshold(), found.isDecisive(), found.meaning(), found.remedy());
    }
}

package org.robustest.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Reports as a run of tests on heart beats would give them, with names to choose. */
record Example(String name, int channels, int length, int samples) {

    static final String HOSTILE =
            "</script><script>window.hacked=1</script><img src=x onerror=\"window.hacked=1\">'\"&\u2028{{x}}";

    static Example beats() {
        return new Example("V", 1, 360, 320);
    }

    static Example of(String name) {
        return new Example(name, 1, 360, 320);
    }

    ReportData report() {
        return report("process 1", "2026-11-26T12:00:00Z", false);
    }

    ReportData report(String process, String ended, boolean cancelled) {
        return ReportData.of(
                "0.1.0",
                new ProcessData(process, "2026-11-26T11:59:17Z", ended, cancelled),
                "",
                List.of(
                        new TestData(
                                "beats",
                                "com.example.BeatClassifierTest",
                                "staysCorrectUnderBoundedNoise",
                                "stays correct under bounded noise",
                                process,
                                List.of(
                                        level(0.01, 0.80, 0.875, TestOutcome.PASSED, ""),
                                        level(0.03, 0.65, 0.70, TestOutcome.PASSED, ""),
                                        level(
                                                0.05,
                                                0.55,
                                                0.45,
                                                TestOutcome.FAILED,
                                                "Expecting robust accuracy of at least 0.55 but it was 0.45 " + name))),
                        new TestData(
                                "beats",
                                "com.example.BeatClassifierTest",
                                "ventricularBeatsAreSafest",
                                name,
                                process,
                                List.of(new LevelData(
                                        0.03,
                                        null,
                                        null,
                                        TestOutcome.SKIPPED,
                                        "the data set is missing",
                                        0.01,
                                        "",
                                        null)))));
    }

    LevelData level(double epsilon, double required, double robust, TestOutcome outcome, String message) {
        int unbroken = (int) (robust * samples / 2);
        int certified = (int) Math.round(robust * samples) - unbroken;
        int misclassified = samples / 20;
        Tally tally = new Tally(
                samples, certified, unbroken, samples - certified - unbroken - misclassified, misclassified, 0, 0);
        List<Group> groups = List.of(new Group("N", tally), new Group(name, tally));
        List<String> ids = IntStream.range(0, samples).mapToObj(i -> "100/" + i).toList();
        List<SignalData> signals =
                IntStream.range(0, 24).mapToObj(i -> signal(i, epsilon)).toList();
        ResultData result = new ResultData(
                "linf(" + epsilon + ").within(0, 1)",
                "ApgdCe, ApgdDlr, Square",
                "Crown",
                true,
                7,
                tally,
                robust - 0.04,
                robust + 0.04,
                groups,
                List.of(new TagGroups("record", groups, 3)),
                List.of(
                        new DiagnosticData(
                                "zero gradients " + name,
                                0.012,
                                0.1,
                                false,
                                "The gradients of these samples are zero.",
                                "Attack without gradients."),
                        new DiagnosticData(
                                "saturated logits",
                                0.4,
                                0.25,
                                true,
                                "The softmax is saturated.",
                                "Attack the logits.")),
                List.of(),
                Map.of("unbroken", ids),
                signals);
        return new LevelData(
                epsilon,
                required,
                null,
                outcome,
                message,
                4.2,
                outcome == TestOutcome.FAILED ? "target/robustest/counterexamples/x.json" : "",
                result);
    }

    private SignalData signal(int index, double epsilon) {
        float[] clean = new float[channels * length];
        float[] broken = new float[clean.length];
        for (int i = 0; i < clean.length; i++) {
            int at = i % length;
            double beat = (at % 180 - 90) / 6.0;
            double wave = 0.35 + 0.5 * Math.exp(-beat * beat) + 0.06 * Math.sin(at / (25.0 + index));
            clean[i] = (float) wave;
            broken[i] = (float) (wave + epsilon * Math.signum(Math.sin(at / 7.0)));
        }
        boolean isBroken = index < 18;
        return new SignalData(
                name + " 100/" + index,
                name,
                isBroken ? "broken" : "misclassified",
                isBroken ? "" : "taken for N without any perturbation",
                Map.of("record", name),
                channels,
                length,
                Floats.encode(clean),
                isBroken
                        ? new CounterexampleData(
                                "N", -0.5, epsilon, "ApgdCe", 7, "restart 1, step 12", Floats.encode(broken))
                        : null);
    }

    List<TestData> many(int tests) {
        List<TestData> all = new ArrayList<>();
        for (int i = 0; i < tests; i++) {
            all.add(new TestData(
                    "beats",
                    "com.example.ManyTest",
                    "test" + i,
                    "test " + i,
                    "process 1",
                    report().tests().get(0).levels()));
        }
        return all;
    }
}

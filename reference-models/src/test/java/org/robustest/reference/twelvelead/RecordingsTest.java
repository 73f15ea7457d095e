package org.robustest.reference.twelvelead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;

class RecordingsTest {

    private final Recordings recordings = recordings(new int[] {37, 38, 23, 10, 61, 23, 26, 29, 13});

    @Test
    void foldsAreStratifiedAndEveryRecordIsTestedOnce() {
        List<RecordingSplit> folds = recordings.folds(5, 1);

        assertThat(folds).hasSize(5);
        List<String> tested = new ArrayList<>();
        for (RecordingSplit fold : folds) {
            assertThat(fold.test().size()).isEqualTo(52);
            assertThat(fold.train().size()).isEqualTo(208);
            assertThat(fold.validation().size()).isZero();
            int[] all = recordings.countsByFirstDiagnosis();
            int[] counts = fold.test().countsByFirstDiagnosis();
            for (int label = 0; label < all.length; label++) {
                assertThat(counts[label]).isBetween(all[label] / 5, (all[label] + 4) / 5);
            }
            Set<String> both = ids(fold.train());
            both.retainAll(ids(fold.test()));
            assertThat(both).isEmpty();
            tested.addAll(ids(fold.test()));
        }
        assertThat(tested).hasSize(260).doesNotHaveDuplicates();
    }

    @Test
    void choicesGoByTheSeedAndNotByTheOrder() {
        List<RecordingFile> files = new ArrayList<>();
        recordings.forEach(files::add);
        Collections.reverse(files);
        Recordings reversed = Recordings.of(files);

        assertThat(ids(recordings.folds(5, 1).get(2).test()))
                .isEqualTo(ids(reversed.folds(5, 1).get(2).test()))
                .isNotEqualTo(ids(recordings.folds(5, 2).get(2).test()));
        assertThat(ids(recordings.stratifiedSplit(0.2, 0.1, 1).test()))
                .isEqualTo(ids(reversed.stratifiedSplit(0.2, 0.1, 1).test()))
                .isNotEqualTo(ids(recordings.stratifiedSplit(0.2, 0.1, 2).test()));
    }

    @Test
    void aStratifiedSplitTakesTheShareOfEveryClass() {
        RecordingSplit split = recordings.stratifiedSplit(0.24, 0.1, 7);

        int[] all = recordings.countsByFirstDiagnosis();
        for (int label = 0; label < all.length; label++) {
            assertThat(split.test().countsByFirstDiagnosis()[label]).isEqualTo((int) Math.round(0.24 * all[label]));
            assertThat((double) split.validation().countsByFirstDiagnosis()[label])
                    .isBetween(0.1 * all[label] - 1, 0.1 * all[label] + 1);
        }
        assertThat(split.train().size()
                        + split.validation().size()
                        + split.test().size())
                .isEqualTo(260);
        assertThatThrownBy(() -> recordings.stratifiedSplit(0.7, 0.4, 1)).hasMessageContaining("at most 1 together");
    }

    @Test
    void aBalancedSplitTakesTheSameNumberOfEveryClass() {
        RecordingSplit split = recordings.balancedSplit(7, 2, 1);

        assertThat(split.test().countsByFirstDiagnosis()).containsOnly(7);
        assertThat(split.validation().countsByFirstDiagnosis()).containsOnly(2);
        assertThat(split.train().size()).isEqualTo(260 - 9 * 9);
        assertThatThrownBy(() -> recordings.balancedSplit(8, 2, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("LBBB has 10")
                .hasMessageContaining("use stratifiedSplit or folds");
    }

    @Test
    void severalDiagnosesAreGivenAsNumbers() {
        Recordings two = Recordings.of(
                List.of(file("a", List.of(Diagnosis.RBBB, Diagnosis.AF)), file("b", List.of(Diagnosis.NORMAL))));

        assertThat(two.indicators()[0]).containsExactly(0, 1, 0, 0, 1, 0, 0, 0, 0);
        assertThat(two.indicators()[1]).containsExactly(1, 0, 0, 0, 0, 0, 0, 0, 0);
        assertThat(two.countsByFirstDiagnosis()).containsExactly(1, 0, 0, 0, 1, 0, 0, 0, 0);
        assertThat(ids(two.singleLabel())).containsExactly("b");
    }

    @Test
    void samplesKeepIdsLabelsAndTags(@TempDir Path folder) {
        short[][] units = RecordingFiles.units(700);
        Arrays.fill(units[Lead.V1.ordinal()], (short) 1500);
        RecordingFiles.writeChallenge(folder, "A0001", units, "RBBB,STD");
        Recordings one = Recordings.of(List.of(new RecordingFile(
                "x/A0001", folder, "A0001", List.of(Diagnosis.STD, Diagnosis.RBBB), Map.of("patient", "p7"))));

        Samples samples = one.samples(Preprocessing.compact());

        Sample sample = samples.get(0);
        assertThat(sample.id()).isEqualTo("x/A0001");
        assertThat(samples.classNames()).isEqualTo(Diagnosis.names());
        assertThat(sample.label()).isEqualTo(samples.label("STD"));
        assertThat(samples.range().low()).isEqualTo(-1);
        assertThat(samples.range().high()).isEqualTo(1);
        assertThat(sample.tags())
                .isEqualTo(Map.of(
                        "record", "A0001",
                        "patient", "p7",
                        "diagnoses", "STD|RBBB",
                        "findings", "flat|offset",
                        "age", "49",
                        "sex", "Female"));
        assertThat(one.samples(Preprocessing.compact().withLeads(List.of(Lead.I)))
                        .get(0)
                        .tags())
                .doesNotContainKey("findings");
        assertThat(one.inspect())
                .singleElement()
                .hasToString("x/A0001, 1.4 s: V1 offset by 1.50 mV; V1 flat for 1.4 s");
    }

    @Test
    void aRecordingThatCannotBeResampledIsNamed(@TempDir Path folder) throws IOException {
        RecordingFiles.writeChallenge(folder, "A0001", RecordingFiles.units(10), "164889003");
        Path header = folder.resolve("A0001.hea");
        Files.writeString(header, Files.readString(header).replace(" 12 500 ", " 12 360.5 "));
        Recordings recordings = Recordings.of(
                List.of(new RecordingFile("cpsc2018/A0001", folder, "A0001", List.of(Diagnosis.AF), Map.of())));

        assertThatThrownBy(() -> recordings.samples(Preprocessing.compact()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no sample can be made of \"cpsc2018/A0001\": ")
                .hasMessageContaining("it was 360.5; leave it out");
    }

    @Test
    void aReportTellsWhereLabelsDisagree(@TempDir Path folder) {
        RecordingFiles.writeChallenge(folder, "A0001", RecordingFiles.units(10), "164889003");

        RecordingReport agreeing =
                RecordingReport.of(new RecordingFile("a", folder, "A0001", List.of(Diagnosis.AF), Map.of()));
        RecordingReport disagreeing =
                RecordingReport.of(new RecordingFile("a", folder, "A0001", List.of(Diagnosis.PVC), Map.of()));

        assertThat(agreeing.isClean()).isTrue();
        assertThat(agreeing).hasToString("a, 0.0 s: nothing found");
        assertThat(disagreeing.remarks()).containsExactly("labelled [PVC], but the header states [164889003]");
    }

    @Test
    void noIdIsThereTwice() {
        assertThatThrownBy(() -> recordings.and(recordings)).hasMessageContaining("two recordings have the id");
    }

    private static Recordings recordings(int[] counts) {
        List<RecordingFile> files = new ArrayList<>();
        for (Diagnosis diagnosis : Diagnosis.values()) {
            for (int i = 0; i < counts[diagnosis.ordinal()]; i++) {
                files.add(file("r" + files.size(), List.of(diagnosis)));
            }
        }
        Collections.shuffle(files, new Random(1));
        return Recordings.of(files);
    }

    private static RecordingFile file(String id, List<Diagnosis> diagnoses) {
        return new RecordingFile(id, Path.of("nowhere"), id, diagnoses, Map.of());
    }

    private static Set<String> ids(Recordings recordings) {
        Set<String> ids = new HashSet<>();
        StreamSupport.stream(recordings.spliterator(), false)
                .map(RecordingFile::id)
                .forEach(ids::add);
        return ids;
    }
}

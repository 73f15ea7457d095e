package org.robustest.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.robustest.reference.cpsc2018.Cpsc2018;
import org.robustest.reference.data.DataFolder;
import org.robustest.reference.download.Downloader;
import org.robustest.reference.mitbih.MitBih;
import org.robustest.reference.ptbxl.PtbXl;
import org.robustest.reference.twelvelead.Lead;
import org.robustest.reference.twelvelead.Preprocessing;
import org.robustest.reference.twelvelead.RecordingReport;
import org.robustest.reference.twelvelead.RecordingSplit;
import org.robustest.reference.twelvelead.Recordings;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

/** Recordings of twelve leads as inputs of a network; skipped where the data is missing. */
class TwelveLeadTest {

    @Test
    void recordings_are_split_and_made_into_samples() {
        Path data = folder(Cpsc2018.FOLDER);

        Recordings recordings = Cpsc2018.open(data).recordings().singleLabel();
        RecordingSplit fold = recordings.folds(5, 1).get(0);
        Samples test = fold.test().samples(Preprocessing.compact());

        assertThat(test.shape()).isEqualTo(Shape.of(8, 2_048));

        float[][] targets = Cpsc2018.open(data).recordings().indicators();

        assertThat(targets).hasDimensions(260, 9);
    }

    @Test
    void flaws_are_reported() {
        Path data = folder(Cpsc2018.FOLDER);

        List<RecordingReport> flawed =
                Cpsc2018.open(data).recordings().where(file -> file.name().startsWith("A13")).inspect().stream()
                        .filter(report -> !report.isClean())
                        .toList();

        assertThat(flawed)
                .extracting(RecordingReport::toString)
                .contains("cpsc2018/A1388, 18.0 s: V1 clipped in 7 samples");
    }

    @Test
    void inputs_are_made_as_a_network_wants_them() {
        Preprocessing mine = Preprocessing.compact()
                .withLeads(Lead.twelve())
                .withSamplingFrequency(250)
                .withLength(2_500);

        assertThat(mine.shape()).isEqualTo(Shape.of(12, 2_500));
    }

    @Test
    void more_recordings_are_trained_on_and_never_tested_on() {
        RecordingSplit fold = Cpsc2018.open(folder(Cpsc2018.FOLDER))
                .recordings()
                .singleLabel()
                .folds(5, 1)
                .get(0);

        Recordings train =
                fold.train().and(PtbXl.open(folder(PtbXl.FOLDER)).recordings().singleLabel());

        assertThat(train.size()).isGreaterThan(fold.train().size());
    }

    /** Compiled, and not run: it would ask a server for a hundred megabytes. */
    static Samples downloaded(Path folder) {
        MitBih.download(folder, Downloader.physioNet().withProgress(System.out::println));
        return MitBih.open(folder).testBeats();
    }

    private static Path folder(String dataSet) {
        Optional<Path> folder = DataFolder.find(dataSet);
        assumeTrue(folder.isPresent(), () -> DataFolder.howToProvide(dataSet));
        return folder.orElseThrow();
    }
}

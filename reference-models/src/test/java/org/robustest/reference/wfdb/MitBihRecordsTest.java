package org.robustest.reference.wfdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.robustest.reference.data.RealData;

class MitBihRecordsTest {

    @Test
    void readsAll48RecordsAndTheirChecksumsAgree() throws IOException {
        Path folder = RealData.mitdb();
        List<String> names = Files.readAllLines(folder.resolve("RECORDS"));

        assertThat(names).hasSize(48);
        assertThat(names.parallelStream().map(name -> WfdbRecord.read(folder, name)))
                .allSatisfy(record -> {
                    assertThat(record.header().samplingFrequency()).isEqualTo(360);
                    assertThat(record.signals()).hasSize(2).allSatisfy(signal -> {
                        assertThat(signal.sampleCount()).isEqualTo(650_000);
                        assertThat(signal.header().checksum()).isPresent();
                    });
                });
    }

    @Test
    void readsAll112647AnnotationsWithinTheRecords() throws IOException {
        Path folder = RealData.mitdb();
        List<Annotation> annotations = Files.readAllLines(folder.resolve("RECORDS")).stream()
                .flatMap(name -> AnnotationFile.read(folder.resolve(name + ".atr")).stream())
                .toList();

        assertThat(annotations).hasSize(112_647).allMatch(annotation -> annotation.sample() < 650_000);
    }

    @Test
    void readsTheFirstBeatsOfRecord100() {
        List<Annotation> annotations = AnnotationFile.read(RealData.mitdb().resolve("100.atr"));

        assertThat(annotations.get(0)).isEqualTo(new Annotation(18, 28, 0, 0, 0, "(N"));
        assertThat(annotations.subList(1, 5)).extracting(Annotation::sample).containsExactly(77L, 370L, 662L, 946L);
        assertThat(annotations.get(8)).extracting(Annotation::symbol).isEqualTo('A');
    }
}

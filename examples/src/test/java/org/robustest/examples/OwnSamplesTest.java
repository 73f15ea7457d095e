package org.robustest.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;
import org.robustest.store.SamplesFile;

/** Samples from anywhere. */
class OwnSamplesTest {

    @Test
    void samples_are_collected_with_their_ids_labels_and_tags(@TempDir Path folder) {
        float[] firstBeat = new float[187];
        float[] secondBeat = new float[187];

        Samples samples = Samples.builder(Shape.of(1, 187), List.of("normal", "ventricular"))
                .within(0, 1)
                .add("patient 7, beat 1", firstBeat, 0)
                .add("patient 7, beat 2", secondBeat, 1, Map.of("patient", "7"))
                .build();

        assertThat(samples.balanced(1).size()).isEqualTo(2);

        Path file = folder.resolve("beats.samples");

        SamplesFile.write(samples, file);
        Samples beats = SamplesFile.read(file);

        assertThat(beats.get(1).tags()).containsEntry("patient", "7");
    }
}

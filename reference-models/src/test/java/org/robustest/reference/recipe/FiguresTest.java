package org.robustest.reference.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.robustest.reference.model.ReferenceModels;
import org.robustest.reference.model.TrainingMethod;

class FiguresTest {

    private final Figure clean =
            Figure.of(ReferenceModels.mitBihMlp(TrainingMethod.CROSS_ENTROPY), "none", 0, 728 / 800.0);
    private final Figure attacked =
            Figure.of(ReferenceModels.mitBihMlp(TrainingMethod.CROSS_ENTROPY), "PGD-100", 0.01, 529 / 800.0);

    @TempDir
    Path folder;

    @Test
    void areWrittenAsTheyArePrintedAndReadAgain() throws IOException {
        Path file = folder.resolve("a.tsv");
        new Figures(List.of(clean, attacked)).write(file);

        assertThat(Files.readString(file)).isEqualTo("""
                model\tsplit\tattack\tepsilon\taccuracy
                mitbih-mlp\tby-beat\tnone\t0\t0.9100
                mitbih-mlp\tby-beat\tPGD-100\t0.01\t0.6613
                """);
        assertThat(Figures.read(file).all()).containsExactly(clean, attacked);
    }

    @Test
    void tellWhichLinesDiffer() {
        Figure changed = Figure.of(ReferenceModels.mitBihMlp(TrainingMethod.CROSS_ENTROPY), "PGD-100", 0.01, 0.6625);

        assertThat(new Figures(List.of(clean, attacked)).differences(new Figures(List.of(clean, changed))))
                .containsExactly(
                        "- mitbih-mlp\tby-beat\tPGD-100\t0.01\t0.6613", "+ mitbih-mlp\tby-beat\tPGD-100\t0.01\t0.6625");
        assertThat(new Figures(List.of(clean, attacked)).differences(new Figures(List.of(attacked, clean))))
                .isEmpty();
    }

    @Test
    void tellWhichLineIsThereMoreOften() {
        Figures once = new Figures(List.of(clean, attacked));
        Figures twice = new Figures(List.of(clean, attacked, clean));

        assertThat(once.differences(twice)).containsExactly("+ " + clean.line());
        assertThat(twice.differences(once)).containsExactly("- " + clean.line());
    }

    @Test
    void areReadFromNoOtherFile() throws IOException {
        Path other = Files.writeString(folder.resolve("other.tsv"), "a\tb\n");
        Path damaged = Files.writeString(folder.resolve("damaged.tsv"), Figure.HEADER + "\nmitbih-mlp by-beat none\n");

        assertThatThrownBy(() -> Figures.read(other))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("other.tsv is no file of figures")
                .hasMessageContaining("evaluate NAME --record docs");
        assertThatThrownBy(() -> Figures.read(damaged))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("damaged.tsv: a figure has the columns")
                .hasMessageContaining("\"mitbih-mlp by-beat none\"");
    }
}

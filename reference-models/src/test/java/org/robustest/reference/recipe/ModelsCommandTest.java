package org.robustest.reference.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.robustest.reference.model.Split;

class ModelsCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void listsEveryModelWithItsDescription() throws IOException {
        run("list");

        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("mitbih-mlp  MLP 187-128-128-128-32-5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bake                             | no command \"bake\"",
                "train                            | the name of a model is missing",
                "train no-such-model              | no model \"no-such-model\"; the models are [mitbih-mlp, mitbih-mlp-nsr, mitbih-mlp-adversarial,",
                "train mitbih-mlp --speed 3       | no option \"--speed\"",
                "train mitbih-mlp --seed          | --seed needs a value",
                "train mitbih-mlp --seed x        | --seed needs a whole number, but it was \"x\"",
                "train mitbih-mlp --steps 0       | --steps needs a number from 1",
                "train mitbih-mlp --seed 1 --seed 2 | --seed is given twice",
                "train mitbih-mlp --split x       | no split \"x\" of the data of mitbih-mlp; the splits are [by-beat, inter-patient]",
                "evaluate mitbih-mlp --weights x  | weights are of one split: say which of [by-beat, inter-patient] with --split",
                "evaluate mitbih-mlp --seed 1     | no option \"--seed\"",
                "evaluate mitbih-mlp --per-class 2 --record docs | a card has the figures of all samples: leave out --per-class",
                "evaluate mitbih-mlp --split by-beat --record docs | a card has the figures of all splits whose weights are shipped: leave out --split",
                "cards --data x                   | no option \"--data\"",
            })
    void saysWhatIsWrongWithACall(String call, String message) {
        assertThatThrownBy(() -> run(call.split(" ")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(message);
    }

    @Test
    void comparesWithAllFiguresOfAFileUnlessOneSplitIsAskedFor() {
        Path file = Path.of("mitbih-mlp.tsv");
        Figure byBeat = new Figure("mitbih-mlp", "by-beat", "none", "0", "0.9100");
        Figure interPatient = new Figure("mitbih-mlp", "inter-patient", "none", "0", "0.8000");
        Figures kept = new Figures(List.of(byBeat, interPatient));
        Figures measured = new Figures(List.of(byBeat));

        command().compare(file, kept, measured, Optional.of(Split.BY_BEAT));
        assertThatThrownBy(() -> command().compare(file, kept, measured, Optional.empty()))
                .isInstanceOf(DifferingFiguresException.class)
                .hasMessageContaining("- " + interPatient.line());
    }

    @Test
    void tellsOfDamagedDataInOneLine(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("A0001.mat"), "no matrix");
        Files.writeString(folder.resolve("REFERENCE.csv"), "Recording,First_label\nA0001\n");
        ByteArrayOutputStream problems = new ByteArrayOutputStream();

        int status = command()
                .call(
                        List.of("evaluate", "cpsc2018-residual", "--data", folder.toString()),
                        new PrintStream(problems, true, StandardCharsets.UTF_8));

        assertThat(status).isEqualTo(1);
        assertThat(problems.toString(StandardCharsets.UTF_8))
                .isEqualToNormalizingNewlines("models: " + folder.resolve("REFERENCE.csv")
                        + ", line 2: expected 2 fields, but found 1 of them\n");
    }

    private void run(String... arguments) throws IOException {
        command().run(new ArrayDeque<>(List.of(arguments)));
    }

    private ModelsCommand command() {
        return new ModelsCommand(new PrintStream(out, true, StandardCharsets.UTF_8));
    }
}

package org.robustest.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFileTest {

    @TempDir
    Path folder;

    private ReportFolder files;

    @BeforeEach
    void write() throws IOException {
        files = ReportFolder.in(folder);
        files.write(Example.beats().report());
    }

    @Test
    void whatIsWrittenIsReadBackAsItWas() throws IOException {
        assertThat(ReportFolder.read(files.results())).isEqualTo(Example.beats().report());
    }

    @Test
    void nothingButTheThreeFilesAndTheirLockIsLeft() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "report.json", "report.html", "report-history.json", ".report.html.lock");
        }
    }

    @Test
    void aForeignFileIsRefusedByNameAndField() throws IOException {
        Files.writeString(files.results(), "{\"format\": \"junit\"}");
        assertRefused("field \"format\" is \"junit\", but must be \"robustest-report\"");
    }

    @Test
    void aNewerVersionIsRefused() throws IOException {
        damage(text -> text.replace("\"version\":1", "\"version\":2"));
        assertRefused("field \"version\" is 2, but this Robustest reads version 1");
    }

    @Test
    void aMissingFileIsRefused() throws IOException {
        Files.delete(files.results());
        assertRefused("there is no such file");
    }

    @Test
    void anOversizedFileIsRefusedBeforeItIsRead() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(files.results().toFile(), "rw")) {
            file.setLength(300L << 20);
        }
        assertRefused("is allowed 268435456");
    }

    @Test
    void aTruncatedFileIsRefused() throws IOException {
        damage(text -> text.substring(0, text.length() / 2));
        assertRefused("it is no JSON");
    }

    @Test
    void aFieldThatIsMissingIsNamedWithItsPlace() throws IOException {
        ObjectNode root =
                (ObjectNode) JsonFile.mapper().readTree(files.results().toFile());
        ((ObjectNode) root.at("/tests/0/levels/1")).remove("outcome");
        Files.write(files.results(), JsonFile.mapper().writeValueAsBytes(root));
        assertRefused("tests[0].levels[1]").hasMessageContaining("outcome");
    }

    @Test
    void aFieldThatIsNullIsRefused() throws IOException {
        damage(text -> text.replaceFirst("\"message\":\"\"", "\"message\":null"));
        assertRefused("tests[0].levels[0].message");
    }

    @Test
    void aFieldOfAnotherKindIsRefused() throws IOException {
        damage(text -> text.replaceFirst("\"epsilon\":0.01", "\"epsilon\":[]"));
        assertRefused("tests[0].levels[0].epsilon");
    }

    @Test
    void numbersThatContradictEachOtherAreRefused() throws IOException {
        damage(text -> text.replaceFirst("\"misclassified\":16", "\"misclassified\":17"));
        assertRefused("tests[0].levels[0].result.tally").hasMessageContaining("add up to 321");
    }

    @Test
    void aSignalThatIsTooShortIsRefused() throws IOException {
        damage(text -> text.replaceFirst("\"length\":360", "\"length\":361"));
        assertRefused("tests[0].levels[0].result.signals[0]");
    }

    @Test
    void aThousandDamagedFilesAreReadOrRefusedAndNothingElse() throws IOException {
        ReportFolder small = ReportFolder.in(folder.resolve("small"));
        small.write(new Example("V", 1, 4, 20).report());
        byte[] whole = Files.readAllBytes(small.results());
        Random random = new Random(5);
        for (int i = 0; i < 1000; i++) {
            byte[] damaged = whole.clone();
            for (int change = 0; change < 1 + i % 3; change++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            Files.write(small.results(), damaged);
            try {
                ReportFolder.read(small.results());
            } catch (RefusedReportException e) {
                assertThat(e).hasMessageStartingWith(small.results() + ": it");
            }
        }
    }

    private void damage(UnaryOperator<String> change) throws IOException {
        String text = Files.readString(files.results());
        String damaged = change.apply(text);
        assertThat(damaged).isNotEqualTo(text);
        Files.writeString(files.results(), damaged);
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertRefused(String reason) {
        return assertThatThrownBy(() -> ReportFolder.read(files.results()))
                .isInstanceOf(RefusedReportException.class)
                .hasMessageStartingWith(files.results() + ": ")
                .hasMessageContaining(reason);
    }
}

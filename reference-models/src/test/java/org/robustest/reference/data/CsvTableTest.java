package org.robustest.reference.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTableTest {

    @TempDir
    private Path folder;

    @Test
    void readsFieldsByTheNameOfTheirColumn() throws IOException {
        CsvTable table = read("Recording,First_label\nA0001,5\r\nA0002, 1 \n");

        assertThat(table.rows()).extracting(row -> row.get("Recording")).containsExactly("A0001", "A0002");
        assertThat(table.rows()).extracting(row -> row.get("First_label")).containsExactly("5", "1");
        assertThat(table.has("First_label")).isTrue();
        assertThat(table.has("Second_label")).isFalse();
    }

    @Test
    void readsWhatStandsBetweenQuotationMarks() throws IOException {
        CsvTable table = read("a,b\n\"x, y\",\"says \"\"no\"\"\"\n\"two\nlines\",\n");

        assertThat(table.rows()).extracting(row -> row.get("a")).containsExactly("x, y", "two\nlines");
        assertThat(table.rows()).extracting(row -> row.get("b")).containsExactly("says \"no\"", "");
    }

    @Test
    void passesOverEmptyLinesAndTheMarkOfTheEncoding() throws IOException {
        assertThat(read("\ufeffa,b\n\n1,2\n\n").rows()).hasSize(1);
    }

    @Test
    void saysInWhichLineARowIsWrong() throws IOException {
        CsvTable table = read("a,b\n\"1\n1\",2\n3,4\n");

        assertThat(table.rows().get(1).wrong("a 5", "a 3")).hasMessageContaining("table.csv, line 4: expected a 5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``          | line 1: expected the names of columns",
                "a,a         | line 1: expected columns with different names",
                "a,b;1       | line 2: expected 2 fields, but found 1 of them",
                "a,b;1,2,3   | line 2: expected 2 fields, but found 3 of them",
                "a,b;`\"`1,2 | line 2: expected a closing quotation mark",
                "a,b;`\"\"`1,2 | line 2: expected a comma after a closing quotation mark, but found '1'",
            })
    void refusesWhatIsNoTable(String lines, String message) {
        assertThatThrownBy(() -> read(lines.replace("`", "").replace("\\", "").replace(';', '\n')))
                .isInstanceOf(DamagedFileException.class)
                .hasMessageContaining(message);
    }

    @Test
    void refusesMoreRowsThanFitIntoMemory() {
        assertThatThrownBy(() -> read("a\n" + "1\n".repeat((1 << 20) + 1)))
                .isInstanceOf(DamagedFileException.class)
                .hasMessageContaining("line 1048578: expected at most 1048576 rows, but found one more");
    }

    @Test
    void namesTheColumnsWhereOneIsMissing() throws IOException {
        CsvTable.Row row = read("a,b\n1,2\n").rows().get(0);

        assertThatThrownBy(() -> row.get("c"))
                .isInstanceOf(DamagedFileException.class)
                .hasMessageContaining("expected a column \"c\", but found the columns [a, b]");
    }

    private CsvTable read(String text) throws IOException {
        Path file = folder.resolve("table.csv");
        Files.writeString(file, text);
        return CsvTable.read(file);
    }
}

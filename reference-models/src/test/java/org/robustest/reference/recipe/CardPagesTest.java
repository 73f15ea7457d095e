package org.robustest.reference.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.robustest.reference.model.ReferenceModel;
import org.robustest.reference.model.ReferenceModels;

class CardPagesTest {

    @TempDir
    Path docs;

    @BeforeEach
    void writePages() throws IOException {
        Files.createDirectories(docs.resolve("models"));
        Files.writeString(docs.resolve("models/small.tsv"), """
                model\tsplit\tattack\tepsilon\taccuracy
                small\tby-beat\tnone, all test samples\t0\t0.9396
                small\tby-beat\tmacro F1, all test samples\t0\t0.7934
                small\tby-beat\tnone\t0\t0.9100
                small\tby-beat\tPGD-100\t0.01\t0.6613
                small\tby-beat\tstandard cascade\t0.01\t0.6525
                small\tby-beat\tcertified\t0.01\t1.0000
                """);
        Files.writeString(docs.resolve("models/small.md"), """
                # small

                <!-- figures -->
                what stood here
                <!-- end of figures -->

                It is small.
                """);
        Files.writeString(docs.resolve("reproduction.md"), """
                | training | attack | steps | 0 | macro F1 | 0.01 | 0.3 |
                |---|---|---|---|---|---|---|
                | yardstick | PGD | 12,000 | .915 | | .650 | .000 |
                | [`small`](models/small.md) | PGD | 9 | .1 | .2 | .3 | .4 |
                | | cascade | | | | .1 | |
                | | certified | | | | .1 | |
                | the authors' notes | PGD | 9 | .919 | | .1 | |
                | [`other`](models/other.md) | PGD | 9 | .1 | .2 | .3 | .4 |
                | | cascade | | | | .1 | |

                    %% small, standard cascade
                    line [0.1, 0.1]
                    %% other, standard cascade
                    line [0.2, 0.2]
                """);
    }

    @Test
    void giveTheFiguresOfTheFilesDigitByDigit() throws IOException {
        assertThat(new CardPages(docs).renew())
                .containsExactly(docs.resolve("models/small.md"), docs.resolve("reproduction.md"));

        assertThat(docs.resolve("models/small.md"))
                .content()
                .startsWith("# small\n\n<!-- figures -->\n\nSplit by-beat:\n")
                .contains("| no noise | 0.9396 | 0.7934 |", "| standard cascade | 0.9100 | 0.6525 |")
                .endsWith("|\n\n<!-- end of figures -->\n\nIt is small.\n")
                .doesNotContain("what stood here");
    }

    @Test
    void compareTheFiguresOfTheModelsAndLeaveThoseOfOthers() throws IOException {
        new CardPages(docs).renew();

        assertThat(docs.resolve("reproduction.md")).hasContent("""
                | training | attack | steps | 0 | macro F1 | 0.01 | 0.3 |
                |---|---|---|---|---|---|---|
                | yardstick | PGD | 12,000 | .915 | | .650 | .000 |
                | [`small`](models/small.md) | PGD | 9 | .910 | .793 | .661 | .4 |
                | | cascade | | .910 | .793 | .653 | |
                | | certified | | .910 | .793 | 1.000 | |
                | the authors' notes | PGD | 9 | .919 | | .1 | |
                | [`other`](models/other.md) | PGD | 9 | .1 | .2 | .3 | .4 |
                | | cascade | | | | .1 | |

                    %% small, standard cascade
                    line [0.910, 0.653]
                    %% other, standard cascade
                    line [0.2, 0.2]
                """);
    }

    @Test
    void compareByTheSplitThatTheFirstColumnIsNamedAfter() throws IOException {
        Files.writeString(docs.resolve("models/small.tsv"), Files.readString(docs.resolve("models/small.tsv")) + """
                small\tinter-patient\tnone\t0\t0.5000
                small\tinter-patient\tstandard cascade\t0.01\t0.2500
                """);
        Files.writeString(docs.resolve("reproduction.md"), """
                | inter-patient | attack | 0 | 0.01 |
                |---|---|---|---|
                | [`small`](models/small.md) | cascade | .1 | .1 |

                | training | attack | 0 | 0.01 |
                |---|---|---|---|
                | [`small`](models/small.md) | cascade | .1 | .1 |

                    %% small, standard cascade
                    line [0.1, 0.1]
                """);

        new CardPages(docs).renew();

        assertThat(docs.resolve("reproduction.md")).hasContent("""
                | inter-patient | attack | 0 | 0.01 |
                |---|---|---|---|
                | [`small`](models/small.md) | cascade | .500 | .250 |

                | training | attack | 0 | 0.01 |
                |---|---|---|---|
                | [`small`](models/small.md) | cascade | .910 | .653 |

                    %% small, standard cascade
                    line [0.910, 0.653]
                """);
    }

    @Test
    void areLeftAloneOnceTheyAreRight() throws IOException {
        new CardPages(docs).renew();

        assertThat(new CardPages(docs).renew()).isEmpty();
    }

    @Test
    void needAPlaceForTheTables() throws IOException {
        Files.writeString(docs.resolve("models/small.md"), "# small\n");

        assertThatThrownBy(() -> new CardPages(docs).renew())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("small.md has no place for its figures")
                .hasMessageContaining("<!-- end of figures -->");
        Files.delete(docs.resolve("models/small.md"));
        assertThatThrownBy(() -> new CardPages(docs).renew())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("there is no page");
    }

    @Test
    void ofThisLibraryGiveTheFiguresThatWereMeasured() throws IOException {
        Map<Path, String> renewed = new CardPages(Path.of("..", "docs")).renewed();

        for (Map.Entry<Path, String> page : renewed.entrySet()) {
            assertThat(page.getKey())
                    .as("renew it with: reference-models/models cards")
                    .hasContent(page.getValue());
        }
    }

    @Test
    void ofThisLibraryAreThereForEveryModelThatIsShipped() throws IOException {
        assertThat(new CardPages(Path.of("..", "docs")).figures().keySet())
                .containsExactlyInAnyOrderElementsOf(ReferenceModels.all().stream()
                        .filter(ReferenceModel::isShipped)
                        .map(ReferenceModel::name)
                        .toList());
    }
}

package org.robustest.reference.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    private Path root;

    @Test
    void findsTheFolderBesideTheProjectFromTheProjectsRoot() throws IOException {
        Path data = Files.createDirectories(root.resolve("shared/data/mitdb"));
        Path project = Files.createDirectories(root.resolve("project"));

        assertThat(DataFolder.of(Optional.empty(), project).findDataSet("mitdb"))
                .contains(data);
    }

    @Test
    void findsTheFolderBesideTheProjectFromOneOfItsModules() throws IOException {
        Path data = Files.createDirectories(root.resolve("shared/data/mitdb"));
        Path module = Files.createDirectories(root.resolve("project/module"));

        assertThat(DataFolder.of(Optional.empty(), module).findDataSet("mitdb")).contains(data);
    }

    @Test
    void looksNowhereElseWhenTheFolderIsGiven() throws IOException {
        Files.createDirectories(root.resolve("shared/data/mitdb"));
        Path project = Files.createDirectories(root.resolve("project"));

        assertThat(DataFolder.of(Optional.of("elsewhere"), project).findDataSet("mitdb"))
                .isEmpty();
    }

    @Test
    void resolvesAGivenFolderAgainstTheWorkingDirectory() throws IOException {
        Path data = Files.createDirectories(root.resolve("elsewhere/mitdb"));

        assertThat(DataFolder.of(Optional.of("elsewhere"), root).findDataSet("mitdb"))
                .contains(data);
    }

    @Test
    void saysWhereItLookedAndWhatToDo() {
        assertThat(DataFolder.of(Optional.empty(), root.resolve("project/module"))
                        .howToProvideDataSet("mitdb"))
                .contains(root.resolve("project/shared/data/mitdb").toString())
                .contains(root.resolve("shared/data/mitdb").toString())
                .contains("-Drobustest.data=DIR");
    }

    @Test
    void refusesToGoOnWithoutADataSetThatIsRequired() {
        assertThatThrownBy(() -> DataFolder.require("no-such-data-set"))
                .isInstanceOf(MissingDataException.class)
                .hasMessageContaining("no-such-data-set")
                .hasMessageContaining("-Drobustest.data=DIR");
    }
}

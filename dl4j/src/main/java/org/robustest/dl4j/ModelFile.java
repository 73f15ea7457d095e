package org.robustest.dl4j;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;

/** Reads the zip files that DL4J saves models to. */
final class ModelFile {

    /** Names the graph in the configuration of a {@code ComputationGraph}. */
    private static final String GRAPH = "\"networkInputs\"";

    private ModelFile() {}

    /**
     * Reads a model of either class.
     *
     * @throws ModelImportException if the file does not hold a model
     * @throws UncheckedIOException if the file is missing or cannot be read
     */
    static OriginalModel read(Path file) {
        if (!Files.isReadable(file)) {
            throw new UncheckedIOException(new IOException(
                    "asked for the model in " + file.toAbsolutePath() + ", but there is no readable file"));
        }
        try {
            return configuration(file).contains(GRAPH)
                    ? OriginalModel.of(ComputationGraph.load(file.toFile(), false))
                    : OriginalModel.of(MultiLayerNetwork.load(file.toFile(), false));
        } catch (ModelImportException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new ModelImportException(
                    file.toAbsolutePath() + " does not hold a MultiLayerNetwork or ComputationGraph as DL4J saves it: "
                            + e.getMessage(),
                    e);
        }
    }

    private static String configuration(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry entry = zip.getEntry(ModelSerializer.CONFIGURATION_JSON);
            if (entry == null) {
                throw new IOException("there is no " + ModelSerializer.CONFIGURATION_JSON + " in it");
            }
            try (InputStream stream = zip.getInputStream(entry)) {
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }
}

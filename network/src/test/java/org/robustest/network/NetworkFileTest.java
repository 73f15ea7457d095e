package org.robustest.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.robustest.layer.Convolution;
import org.robustest.layer.Dense;
import org.robustest.layer.Window;
import org.robustest.samples.Shape;

class NetworkFileTest {

    @TempDir
    Path folder;

    private final Network network = Network.sequential(
            Shape.of(2, 9),
            List.of(
                    Convolution.of(
                            RandomArrays.uniform("kernels", 3 * 2 * 4, -1, 1),
                            RandomArrays.uniform("biases", 3, -1, 1),
                            Window.of(4).withStride(2).withPadding(new int[] {1}, new int[] {2})),
                    Dense.of(
                            RandomArrays.uniform("weights", 3 * 5 * 2, -1, 1),
                            RandomArrays.uniform("dense biases", 2, -1, 1))));

    @Test
    void a_network_that_was_read_is_the_one_that_was_written() {
        Path file = folder.resolve("small.network");
        NetworkFile.write(network, file);

        Network read = NetworkFile.read(file);

        float[] inputs = RandomArrays.uniform("inputs", 3 * 18, -1, 1);
        float[] logits = new float[6];
        float[] expected = new float[6];
        read.logits(inputs, 3, logits);
        network.logits(inputs, 3, expected);
        assertThat(logits).isEqualTo(expected);
        assertThat(read).hasToString(network.toString());
        assertThat(folder).isDirectoryContaining("glob:**small.network");
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void the_head_is_text_that_people_can_read() throws IOException {
        Path file = folder.resolve("small.network");
        NetworkFile.write(network, file);

        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                .startsWith("""
                        robustest network 1
                        input 2,9
                        0 Convolution size=4 stride=2 dilation=1 paddingBefore=1 paddingAfter=2 floats=24 floats=3
                        1 Dense floats=30 floats=2
                        logits 2

                        """);
    }

    @Test
    void a_missing_file_is_named() {
        assertThatThrownBy(() -> NetworkFile.read(folder.resolve("none.network")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("none.network");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            robustest network 1   | robustest network 2    | its first line is not "robustest network 1"
            input 2,9             | inputs                 | line 2 should begin with "input", but it is "inputs"
            input 2,9             | input 2,x              | does not hold a network
            1 Dense               | 1 Densest              | line 4: there is no kind of layer "Densest"
            1 Dense               | 1 ../Dense             | line 4: "../Dense" is no kind of layer
            1 Dense               | 2 Dense                | line 4: there is no value 2 yet; the last one is 1
            size=4                | dimension=4            | line 3: a layer of kind Convolution needs the setting "size"
            stride=2              | stride=two             | line 3: the setting "stride" of a layer of kind Convolution is a list
            floats=30 floats=2    | floats=29 floats=2     | line 4: a dense layer needs a row of weights for each bias
            floats=30 floats=2    | floats=30 floats=2000  | line 4: the layer needs 8000 bytes of parameters, but there are only
            floats=30 floats=2    | floats=30 floats=-2    | line 4: the layer needs -8 bytes
            logits 2              | logits 7               | there is no value 7 yet
            logits 2              | logit 2                | should begin with "logits"
            """)
    void a_file_that_was_changed_is_refused_with_the_line(String original, String changed, String message)
            throws IOException {
        Path file = folder.resolve("small.network");
        NetworkFile.write(network, file);
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertThat(text).contains(original);
        Files.writeString(file, text.replace(original, changed), StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> NetworkFile.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("small.network does not hold a network")
                .hasMessageContaining(message);
    }

    @Test
    void a_file_cut_short_anywhere_is_refused() throws IOException {
        Path file = folder.resolve("small.network");
        NetworkFile.write(network, file);
        byte[] whole = Files.readAllBytes(file);

        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> NetworkFile.read(file))
                    .as("the first %d bytes", length)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void bytes_behind_the_parameters_are_refused() throws IOException {
        Path file = folder.resolve("small.network");
        NetworkFile.write(network, file);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length + 3));

        assertThatThrownBy(() -> NetworkFile.read(file)).hasMessageContaining("3 bytes behind the parameters");
    }
}

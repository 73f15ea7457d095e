package org.robustest.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.robustest.samples.Shape;

/**
 * Networks in files of Robustest's own form, which need no other library to be read: a head of text, one line a layer, an empty
 * line, and the parameters as little-endian floats in the order of the layers.
 *
 * <pre>
 * robustest network 1
 * input 187
 * 0 Dense floats=23936 floats=128
 * 1 Activation function=relu
 * 2 Dense floats=640 floats=5
 * logits 3
 * </pre>
 *
 * <p>The words before the kind of a layer are the values that it takes: 0 is the input of the network, n the output of the
 * n-th layer.
 */
public final class NetworkFile {

    private static final String FIRST_LINE = "robustest network 1";
    private static final String LAYERS = "org.robustest.layer.";

    private NetworkFile() {}

    /**
     * Writes a network. The file is complete or not there: it is written beside its place, and then moved.
     *
     * @param network the network
     * @param file the file, which is replaced if it exists; its folder must exist
     * @throws IllegalArgumentException if a layer of the network has no form to be written in
     * @throws UncheckedIOException if the file cannot be written
     */
    public static void write(Network network, Path file) {
        List<LayerForm> forms = network.nodes().stream()
                .map(node -> node.passes()
                        .form()
                        .orElseThrow(() -> new IllegalArgumentException(
                                node.passes().description() + " has no form to be written in; see Passes.form")))
                .toList();
        try {
            Path whole = Files.createTempFile(file.toAbsolutePath().getParent(), "network", ".part");
            try {
                Files.write(whole, bytes(network, forms));
                Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(whole);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the network to " + file.toAbsolutePath() + ": " + e, e);
        }
    }

    private static byte[] bytes(Network network, List<LayerForm> forms) {
        StringBuilder head = new StringBuilder(FIRST_LINE);
        Shape shape = network.inputShape();
        head.append("\ninput ")
                .append(commas(IntStream.range(0, shape.rank())
                        .mapToObj(shape::dimension)
                        .toList()));
        for (int n = 0; n < forms.size(); n++) {
            head.append('\n')
                    .append(commas(network.nodes().get(n).inputs()))
                    .append(' ')
                    .append(forms.get(n));
        }
        head.append("\nlogits ").append(network.logitsIndex()).append("\n\n");
        byte[] text = head.toString().getBytes(StandardCharsets.UTF_8);
        List<float[]> parameters =
                forms.stream().flatMap(form -> form.parameters().stream()).toList();
        int floats = parameters.stream().mapToInt(parameter -> parameter.length).reduce(0, Math::addExact);
        ByteBuffer buffer = ByteBuffer.allocate(Math.addExact(text.length, Math.multiplyExact(floats, Float.BYTES)))
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(text);
        FloatBuffer target = buffer.slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        parameters.forEach(target::put);
        return buffer.array();
    }

    private static String commas(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /**
     * Reads a network.
     *
     * @param file the file
     * @return the network
     * @throws IllegalArgumentException if the file does not hold a network, with the line or the size that is wrong
     * @throws UncheckedIOException if the file is missing or cannot be read
     */
    public static Network read(Path file) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the network in " + file.toAbsolutePath() + ": " + e, e);
        }
        try {
            return new Reader(bytes).read();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    file.toAbsolutePath() + " does not hold a network as NetworkFile writes it: " + e.getMessage(), e);
        }
    }

    /** Reads the lines of the head one after another, and the parameters beside them. */
    private static final class Reader {

        private final List<String> lines;
        private final ByteBuffer parameters;
        private int line;

        Reader(byte[] bytes) {
            int end = endOfHead(bytes);
            lines = List.of(new String(bytes, 0, end, StandardCharsets.UTF_8).split("\n", -1));
            parameters = ByteBuffer.wrap(bytes, end + 2, bytes.length - end - 2).order(ByteOrder.LITTLE_ENDIAN);
        }

        private static int endOfHead(byte[] bytes) {
            byte[] first = FIRST_LINE.getBytes(StandardCharsets.UTF_8);
            if (bytes.length < first.length || !Arrays.equals(first, Arrays.copyOf(bytes, first.length))) {
                throw new IllegalArgumentException("its first line is not \"" + FIRST_LINE + '"');
            }
            for (int i = 0; i + 1 < bytes.length; i++) {
                if (bytes[i] == '\n' && bytes[i + 1] == '\n') {
                    return i;
                }
            }
            throw new IllegalArgumentException("there is no empty line behind the layers: the file is cut short");
        }

        Network read() {
            next();
            Network.Builder builder = Network.builder(Shape.of(integers(after("input", next()))));
            List<Network.Value> values = new ArrayList<>(List.of(builder.input()));
            while (line < lines.size() - 1) {
                try {
                    values.add(add(builder, values, next()));
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException("line " + line + ": " + e.getMessage(), e);
                }
            }
            int[] logits = integers(after("logits", next()));
            if (parameters.hasRemaining()) {
                throw new IllegalArgumentException(
                        "there are " + parameters.remaining() + " bytes behind the parameters of the layers");
            }
            return builder.build(value(values, logits[0]));
        }

        private String next() {
            if (line == lines.size()) {
                throw new IllegalArgumentException("it ends after line " + line);
            }
            return lines.get(line++);
        }

        private String after(String word, String text) {
            if (!text.startsWith(word + " ")) {
                throw new IllegalArgumentException(
                        "line " + line + " should begin with \"" + word + "\", but it is \"" + text + '"');
            }
            return text.substring(word.length() + 1);
        }

        private static int[] integers(String text) {
            return Arrays.stream(text.split(",", -1))
                    .mapToInt(Integer::parseInt)
                    .toArray();
        }

        private Network.Value add(Network.Builder builder, List<Network.Value> values, String text) {
            String[] words = text.split(" ", -1);
            if (words.length < 2) {
                throw new IllegalArgumentException("a layer needs its inputs and its kind, but it is \"" + text + '"');
            }
            Network.Value[] inputs = Arrays.stream(integers(words[0]))
                    .mapToObj(index -> value(values, index))
                    .toArray(Network.Value[]::new);
            return builder.add(layer(form(words)), inputs);
        }

        private static Network.Value value(List<Network.Value> values, int index) {
            if (index < 0 || index >= values.size()) {
                throw new IllegalArgumentException(
                        "there is no value " + index + " yet; the last one is " + (values.size() - 1));
            }
            return values.get(index);
        }

        private LayerForm form(String[] words) {
            LayerForm form = LayerForm.of(words[1]);
            List<float[]> arrays = new ArrayList<>();
            for (String word : List.of(words).subList(2, words.length)) {
                int equals = word.indexOf('=');
                if (equals < 0) {
                    throw new IllegalArgumentException("a setting is name=value, but it is \"" + word + '"');
                }
                String name = word.substring(0, equals);
                String value = word.substring(equals + 1);
                if (name.equals("floats")) {
                    arrays.add(floats(Integer.parseInt(value)));
                } else {
                    form = form.with(name, value);
                }
            }
            return form.withParameters(arrays.toArray(float[][]::new));
        }

        private float[] floats(int count) {
            if (count < 0 || (long) count * Float.BYTES > parameters.remaining()) {
                throw new IllegalArgumentException("the layer needs " + (long) count * Float.BYTES
                        + " bytes of parameters, but there are only " + parameters.remaining() + " left");
            }
            float[] floats = new float[count];
            parameters.slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(floats);
            parameters.position(parameters.position() + count * Float.BYTES);
            return floats;
        }

        private static Layer layer(LayerForm form) {
            if (!form.kind().matches("[A-Z][A-Za-z0-9]*")) {
                throw new IllegalArgumentException("\"" + form.kind() + "\" is no kind of layer");
            }
            try {
                Class<?> kind = Class.forName(LAYERS + form.kind());
                return (Layer) kind.getMethod("of", LayerForm.class).invoke(null, form);
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof IllegalArgumentException refused) {
                    throw refused;
                }
                throw new IllegalStateException(e);
            } catch (ReflectiveOperationException | LinkageError e) {
                throw new IllegalArgumentException("there is no kind of layer \"" + form.kind() + '"', e);
            }
        }
    }
}

package org.robustest.training;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * A checkpoint on disk: a head of text with the settings of the training and the names and lengths of the arrays, an empty line,
 * the arrays as little-endian doubles, and a check sum of it all.
 *
 * <pre>
 * robustest checkpoint 1
 * setting objective=nsr(beta=0.3)
 * array step=1
 * array parameters=60837
 * </pre>
 */
record StateFile(Map<String, String> settings, State state) {

    private static final String FIRST_LINE = "robustest checkpoint 1";
    private static final String SETTING = "setting ";
    private static final String ARRAY = "array ";

    /** Writes the file so that, whenever the process or the machine dies, the old or the new one is there as a whole. */
    void write(Path file) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (FileChannel channel = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = bytes();
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private ByteBuffer bytes() {
        StringBuilder head = new StringBuilder(FIRST_LINE).append('\n');
        settings.forEach((name, value) ->
                head.append(SETTING).append(name).append('=').append(value).append('\n'));
        state.arrays()
                .forEach((name, values) -> head.append(ARRAY)
                        .append(name)
                        .append('=')
                        .append(values.length)
                        .append('\n'));
        byte[] text = head.append('\n').toString().getBytes(StandardCharsets.UTF_8);
        int doubles = state.arrays().values().stream()
                .mapToInt(values -> values.length)
                .reduce(0, Math::addExact);
        int size = Math.addExact(text.length, Math.multiplyExact(doubles, Double.BYTES));
        ByteBuffer bytes = ByteBuffer.allocate(Math.addExact(size, Long.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(text);
        for (double[] values : state.arrays().values()) {
            for (double value : values) {
                bytes.putDouble(value);
            }
        }
        bytes.putLong(checkSum(bytes.array(), size));
        return bytes.flip();
    }

    private static long checkSum(byte[] bytes, int size) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, size);
        return sum.getValue();
    }

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException if it is not whole, or not a checkpoint of this version
     */
    static StateFile read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int size = bytes.length - Long.BYTES;
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (!nextLine(buffer).equals(FIRST_LINE)) {
            throw new IllegalArgumentException(
                    "it does not begin with \"" + FIRST_LINE + "\", as a checkpoint of this version does");
        }
        if (size < 0 || buffer.getLong(size) != checkSum(bytes, size)) {
            throw new IllegalArgumentException("its check sum is wrong");
        }
        Map<String, String> settings = new LinkedHashMap<>();
        Map<String, Integer> lengths = new LinkedHashMap<>();
        for (String line = nextLine(buffer); !line.isEmpty(); line = nextLine(buffer)) {
            String named = line.substring(line.indexOf(' ') + 1);
            String name = named.substring(0, named.indexOf('='));
            String value = named.substring(named.indexOf('=') + 1);
            if (line.startsWith(SETTING)) {
                settings.put(name, value);
            } else {
                lengths.put(name, Integer.parseInt(value));
            }
        }
        State state = new State();
        lengths.forEach((name, length) -> {
            double[] values = new double[length];
            buffer.asDoubleBuffer().get(values);
            buffer.position(buffer.position() + length * Double.BYTES);
            state.put(name, values);
        });
        return new StateFile(settings, state);
    }

    /** The text up to the next end of a line, or what is left. */
    private static String nextLine(ByteBuffer buffer) {
        int start = buffer.position();
        int end = start;
        while (end < buffer.limit() && buffer.get(end) != '\n') {
            end++;
        }
        buffer.position(Math.min(end + 1, buffer.limit()));
        return new String(buffer.array(), start, end - start, StandardCharsets.UTF_8);
    }
}

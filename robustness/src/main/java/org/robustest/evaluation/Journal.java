package org.robustest.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.robustest.samples.Sample;

/**
 * The verdicts of an evaluation in a file, a line each, written as they are reached, so that an evaluation that was
 * interrupted can go on. The first line says what the question was; a journal of another question is refused. A line is
 * written at once and never changed: whenever the JVM ends, all lines but perhaps the last are whole, and a last one that is
 * not is dropped.
 *
 * <p>Failures are not written: they are tried again.
 */
final class Journal implements AutoCloseable {

    private final Path file;
    private final FileChannel channel;
    private final Map<String, JournalLine> known = new HashMap<>();

    private Journal(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Opens a journal, and begins it if there is none.
     *
     * @throws IllegalArgumentException if the file is no journal, or that of another question
     * @throws IllegalStateException if another evaluation is writing to it
     * @throws UncheckedIOException if it cannot be read or written
     */
    static Journal open(Path file, JournalHead head) {
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                lock(file, channel);
                Journal journal = new Journal(file, channel);
                journal.read(head);
                return journal;
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the journal " + file.toAbsolutePath() + ": " + e, e);
        }
    }

    private static void lock(Path file, FileChannel channel) throws IOException {
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            throw isInUse(file, e);
        }
        if (lock == null) {
            throw isInUse(file, new IOException("it is locked by another process"));
        }
    }

    private static IllegalStateException isInUse(Path file, Exception reason) {
        return new IllegalStateException(
                "another evaluation is writing to the journal " + file + "; give each evaluation a file of its own",
                reason);
    }

    private void read(JournalHead head) throws IOException {
        String text = StandardCharsets.UTF_8.decode(content()).toString();
        int whole = text.lastIndexOf('\n') + 1;
        if (whole == 0) {
            if (!head.toLine().startsWith(text)) {
                throw JournalHead.noJournal(file);
            }
            channel.truncate(0);
            append(head.toLine());
            return;
        }
        List<String> lines = text.substring(0, whole).lines().toList();
        head.requireSame(lines.get(0), file);
        for (int i = 1; i < lines.size(); i++) {
            JournalLine line = JournalLine.parse(lines.get(i), i + 1, file);
            known.put(key(line.run(), line.sampleId()), line);
        }
        long end = text.substring(0, whole).getBytes(StandardCharsets.UTF_8).length;
        channel.truncate(end).position(end);
    }

    private ByteBuffer content() throws IOException {
        ByteBuffer content = ByteBuffer.allocate(Math.toIntExact(channel.size()));
        while (content.hasRemaining() && channel.read(content) >= 0) {
            // Until all of it is there.
        }
        return content.flip();
    }

    /**
     * Returns the verdict on a sample that the same search in the same run has reached. Another search may have been in that
     * place: a failure that does not come again leaves more samples to be searched, and so may change the number of runs.
     */
    Optional<Verdict> recall(int run, AttackRun.Level level, Sample sample, long seed) {
        return Optional.ofNullable(known.get(key(run, sample.id())))
                .filter(line -> line.isOf(level))
                .map(line -> line.toVerdict(sample, level.set(), seed));
    }

    synchronized void record(int run, AttackRun.Level level, Verdict verdict) {
        JournalLine.of(run, level, verdict).ifPresent(line -> append(line.toLine()));
    }

    private void append(String line) {
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to the journal " + file + ": " + e, e);
        }
    }

    private static String key(int run, String sampleId) {
        return run + " " + sampleId;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the journal " + file + ": " + e, e);
        }
    }

    /** Returns the file. */
    @Override
    public String toString() {
        return file.toString();
    }
}

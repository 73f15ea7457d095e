package org.robustest.reference.download;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Downloads the files of a database and checks each against the database's {@code SHA256SUMS.txt}. Immutable.
 *
 * <p>A file is written beside its place, under a name with a dot before it, and moved there at once when its checksum agrees,
 * so that no file under its own name is ever half-written. Files that are there and agree are not downloaded again.
 * A connection that is cut is taken up where it ended; an attempt that fails is repeated after a pause that doubles each time,
 * unless the server asks for another one.
 */
public final class Downloader {

    private static final String SUMS = "SHA256SUMS.txt";
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,200}");
    private static final Pattern PLAIN_PATH = Pattern.compile("(?:" + PLAIN_NAME + "/)*" + PLAIN_NAME);
    private static final int ATTEMPTS = 5;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long MOST_BYTES = 1L << 28;

    private final URI base;
    private final int attempts;
    private final Duration firstPause;
    private final Duration patience;
    private final Consumer<String> progress;

    private Downloader(URI base, int attempts, Duration firstPause, Duration patience, Consumer<String> progress) {
        this.base = base;
        this.attempts = attempts;
        this.firstPause = firstPause;
        this.patience = patience;
        this.progress = progress;
    }

    /**
     * Returns a downloader of databases of PhysioNet: five attempts a file, one second before the second, and up to a minute
     * without a byte.
     *
     * @return the downloader, without lines of progress
     */
    public static Downloader physioNet() {
        return from(URI.create("https://physionet.org/files/"));
    }

    /**
     * Returns a downloader of databases that another server offers in the same way.
     *
     * @param base the address in which {@code mitdb/1.0.0/SHA256SUMS.txt} stands
     * @return the downloader, without lines of progress
     * @throws IllegalArgumentException if it is no address of HTTP or HTTPS
     */
    public static Downloader from(URI base) {
        String scheme = String.valueOf(base.getScheme());
        if (!(scheme.equals("http") || scheme.equals("https"))) {
            throw new IllegalArgumentException(
                    "databases are downloaded by http or https, but the address was " + base);
        }
        URI folder = base.toString().endsWith("/") ? base : URI.create(base + "/");
        return new Downloader(folder, ATTEMPTS, FIRST_PAUSE, PATIENCE, line -> {});
    }

    /**
     * Returns a downloader that tells how it gets on.
     *
     * @param newProgress receives a line every few files and for every attempt that failed
     * @return the downloader
     */
    public Downloader withProgress(Consumer<String> newProgress) {
        return new Downloader(base, attempts, firstPause, patience, newProgress);
    }

    /**
     * Returns a downloader with another number of attempts.
     *
     * @param newAttempts the most attempts a file, at least 1
     * @param newFirstPause the pause before the second
     * @return the downloader
     * @throws IllegalArgumentException if {@code newAttempts} is below 1, or the pause is negative
     */
    public Downloader withAttempts(int newAttempts, Duration newFirstPause) {
        if (newAttempts < 1 || newFirstPause.isNegative()) {
            throw new IllegalArgumentException("a download takes at least 1 attempt and a pause from 0, but they were "
                    + newAttempts + " and " + newFirstPause);
        }
        return new Downloader(base, newAttempts, newFirstPause, patience, progress);
    }

    /**
     * Returns a downloader that waits another time for a byte.
     *
     * @param newPatience how long a connection may send nothing, above 0
     * @return the downloader
     * @throws IllegalArgumentException if the time is not above 0
     */
    public Downloader withPatience(Duration newPatience) {
        if (newPatience.toMillis() < 1) {
            throw new IllegalArgumentException("patience is above 0 ms, but it was " + newPatience);
        }
        return new Downloader(base, attempts, firstPause, newPatience, progress);
    }

    /**
     * Downloads those files of a database that a selection names and that are not there yet.
     *
     * @param database the path of the database, such as {@code mitdb/1.0.0}
     * @param selection gives the file name under which a path of the database is stored, nothing for files that are not wanted
     * @param folder where the files go; made if it is not there
     * @throws DownloadException if a file could not be downloaded, does not agree with its checksum, or cannot be written, or
     *     the thread was interrupted; every file under its own name is complete then
     */
    public void download(String database, Function<String, Optional<String>> selection, Path folder) {
        URI files = base.resolve(database + '/');
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(patience)
                .build();
        try {
            Files.createDirectories(folder);
            Checksums sums = checksums(client, files, folder);
            Map<String, String> wanted = wanted(sums, selection);
            if (wanted.isEmpty()) {
                throw new DownloadException(
                        "the list of checksums at " + files + " has none of the files that are wanted");
            }
            Progress lines = new Progress(database, wanted.size(), progress);
            for (Map.Entry<String, String> file : wanted.entrySet()) {
                String sum = sums.of(file.getValue()).orElseThrow();
                lines.gotOne(get(client, files, file.getValue(), folder.resolve(file.getKey()), sum));
            }
        } catch (IOException e) {
            throw new DownloadException("cannot write to " + folder + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DownloadException("the download to " + folder + " was interrupted", e);
        }
    }

    private Checksums checksums(HttpClient client, URI files, Path folder) throws IOException, InterruptedException {
        Path list = folder.resolve(SUMS);
        new FileDownload(client, this)
                .into(
                        list,
                        files.resolve(SUMS),
                        part -> Checksums.parse(Files.readString(part, StandardCharsets.ISO_8859_1)));
        return Checksums.parse(Files.readString(list, StandardCharsets.ISO_8859_1));
    }

    /** Names come from the server, so they must lead neither out of the folder nor to another server. */
    private static Map<String, String> wanted(Checksums sums, Function<String, Optional<String>> selection) {
        Map<String, String> wanted = new TreeMap<>();
        for (String path : sums.byPath().keySet()) {
            selection.apply(path).ifPresent(name -> {
                if (!PLAIN_PATH.matcher(path).matches()
                        || !PLAIN_NAME.matcher(name).matches()
                        || wanted.put(name, path) != null) {
                    throw new DownloadException("the list of checksums names a file that cannot be stored: " + path);
                }
            });
        }
        return wanted;
    }

    private long get(HttpClient client, URI files, String path, Path target, String sum)
            throws IOException, InterruptedException {
        if (Files.isRegularFile(target) && Checksums.sha256(target).equals(sum)) {
            return 0;
        }
        return new FileDownload(client, this).into(target, files.resolve(path), part -> {
            String found = Checksums.sha256(part);
            if (!found.equals(sum)) {
                throw TransferException.passing("expected the SHA-256 sum " + sum + ", but found " + found);
            }
        });
    }

    int attempts() {
        return attempts;
    }

    Duration firstPause() {
        return firstPause;
    }

    Duration patience() {
        return patience;
    }

    Consumer<String> progress() {
        return progress;
    }

    long mostBytes() {
        return MOST_BYTES;
    }

    /** Returns the address. */
    @Override
    public String toString() {
        return "downloads from " + base;
    }
}

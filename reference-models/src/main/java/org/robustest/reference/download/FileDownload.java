package org.robustest.reference.download;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.function.Consumer;

/** Gets one file into its place, in as many attempts as are allowed. */
final class FileDownload {

    private static final String PART = ".part";

    private final HttpClient client;
    private final Downloader settings;

    FileDownload(HttpClient client, Downloader settings) {
        this.client = client;
        this.settings = settings;
    }

    /** What must be true of a part before it is taken for the file. */
    interface Check {
        void check(Path part) throws IOException;
    }

    /**
     * Downloads a file beside its place, checks it, and moves it there. What is left of a part by a process that was ended
     * is gone on with; after a failure nothing is left.
     *
     * @return the bytes received
     */
    long into(Path target, URI uri, Check check) throws InterruptedException {
        Path part = target.resolveSibling('.' + target.getFileName().toString() + PART);
        Duration pause = settings.firstPause();
        long received = 0;
        try {
            for (int attempt = 1; ; attempt++) {
                try {
                    received += attempt(target, part, uri, check);
                    return received;
                } catch (TransferException e) {
                    if (!e.isWorthRepeating() || attempt == settings.attempts()) {
                        throw new DownloadException(
                                target.getFileName() + " could not be downloaded in " + attempt + " of "
                                        + settings.attempts() + " attempts: " + e.getMessage(),
                                e);
                    }
                    Duration wait = e.pause().orElse(pause);
                    log().accept(target.getFileName() + ": " + e.getMessage() + "; again in " + wait.toMillis()
                            + " ms");
                    Thread.sleep(wait.toMillis());
                    pause = pause.multipliedBy(2);
                }
            }
        } catch (IOException e) {
            throw new DownloadException(target + " could not be written: " + e, e);
        } finally {
            deleteQuietly(part);
        }
    }

    private long attempt(Path target, Path part, URI uri, Check check) throws IOException, InterruptedException {
        long received = Transfer.of(client, uri, part, settings.mostBytes(), settings.patience())
                .run();
        try {
            check.check(part);
        } catch (TransferException e) {
            Files.delete(part);
            throw e;
        }
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return received;
    }

    private Consumer<String> log() {
        return settings.progress();
    }

    private void deleteQuietly(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            log().accept(part + " could not be deleted: " + e.getMessage());
        }
    }
}

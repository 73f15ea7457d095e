package org.robustest.reference.download;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/** One attempt to get those bytes of a file that its part lacks. */
final class Transfer {

    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int NOT_SATISFIABLE = 416;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;
    private static final long LONGEST_PAUSE = 60;

    private final HttpClient client;
    private final URI uri;
    private final Path part;
    private final long start;
    private final long mostBytes;
    private final Duration patience;
    private final AtomicLong received = new AtomicLong();

    private Transfer(HttpClient client, URI uri, Path part, long start, long mostBytes, Duration patience) {
        this.client = client;
        this.uri = uri;
        this.part = part;
        this.start = start;
        this.mostBytes = mostBytes;
        this.patience = patience;
    }

    static Transfer of(HttpClient client, URI uri, Path part, long mostBytes, Duration patience) throws IOException {
        long start = Files.exists(part) ? Files.size(part) : 0;
        return new Transfer(client, uri, part, start, mostBytes, patience);
    }

    /** Appends to the part what it lacks, or writes it anew where the server sends the whole; returns the bytes received. */
    long run() throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).GET();
        if (start > 0) {
            request.header("Range", "bytes=" + start + "-");
        }
        HttpResponse<Long> response = await(client.sendAsync(request.build(), this::body));
        int status = response.statusCode();
        if (status == OK || (status == PARTIAL && continues(response.headers()))) {
            return response.body();
        }
        if (status == PARTIAL || (status == NOT_SATISFIABLE && start > 0)) {
            Files.deleteIfExists(part);
            throw TransferException.passing("the server has no rest of the file from byte " + start);
        }
        String problem = "status " + status + " of " + uri;
        throw status == TOO_MANY_REQUESTS || status >= SERVER_ERROR
                ? TransferException.passing(problem, pause(response.headers()))
                : TransferException.lasting(problem);
    }

    private BodySubscriber<Long> body(ResponseInfo info) {
        boolean rest = info.statusCode() == PARTIAL && continues(info.headers());
        if (info.statusCode() != OK && !rest) {
            return BodySubscribers.replacing(0L);
        }
        try {
            return rest
                    ? new PartWriter(
                            Files.newOutputStream(part, StandardOpenOption.APPEND), received, mostBytes - start)
                    : new PartWriter(Files.newOutputStream(part), received, mostBytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean continues(HttpHeaders headers) {
        return headers.firstValue("Content-Range")
                .filter(range -> range.startsWith("bytes " + start + "-"))
                .isPresent();
    }

    private static Optional<Duration> pause(HttpHeaders headers) {
        return headers.firstValue("Retry-After")
                .filter(seconds -> seconds.matches("[0-9]{1,9}"))
                .map(seconds -> Duration.ofSeconds(Math.min(LONGEST_PAUSE, Long.parseLong(seconds))));
    }

    /** Waits as long as bytes keep coming: a limit for the whole file would fail on a slow line. */
    private HttpResponse<Long> await(CompletableFuture<HttpResponse<Long>> answer)
            throws IOException, InterruptedException {
        long before = 0;
        while (true) {
            try {
                return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (received.get() == before) {
                    answer.cancel(true);
                    throw TransferException.passing("nothing came for " + patience.toMillis() + " ms", e);
                }
                before = received.get();
            } catch (ExecutionException e) {
                throw failure(e);
            } catch (InterruptedException e) {
                answer.cancel(true);
                throw e;
            }
        }
    }

    private static IOException failure(ExecutionException e) {
        return e.getCause() instanceof TransferException transfer
                ? transfer
                : TransferException.passing("the connection failed: " + e.getCause(), e);
    }
}

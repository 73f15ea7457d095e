package org.robustest.reference.download;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** A server on this machine that offers files as PhysioNet does, and misbehaves as often as it is told to. */
public final class DatabaseServer implements AutoCloseable {

    /** What the server does to one request instead of answering it. */
    public interface Misbehaviour {
        void answer(HttpExchange exchange, byte[] content) throws IOException, InterruptedException;
    }

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Map<String, Deque<Misbehaviour>> misbehaviours = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> requests = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private boolean ranges = true;

    public DatabaseServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    public DatabaseServer withoutRanges() {
        ranges = false;
        return this;
    }

    public void put(String path, byte[] content) {
        files.put("/" + path, content);
    }

    /** Puts the list of checksums of all files below a folder. */
    public void putChecksums(String folder) {
        String prefix = "/" + folder + "/";
        put(
                folder + "/SHA256SUMS.txt",
                files.entrySet().stream()
                        .filter(file -> file.getKey().startsWith(prefix))
                        .map(file ->
                                sha256(file.getValue()) + " " + file.getKey().substring(prefix.length()) + "\n")
                        .sorted()
                        .collect(Collectors.joining())
                        .getBytes(StandardCharsets.UTF_8));
    }

    public void misbehave(String path, Misbehaviour... once) {
        misbehaviours.put("/" + path, new ArrayDeque<>(List.of(once)));
    }

    /** Returns the paths asked for, each with the range that was asked for behind it. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    public static Misbehaviour status(int status, String... header) {
        return (exchange, content) -> {
            for (int i = 0; i + 1 < header.length; i += 2) {
                exchange.getResponseHeaders().add(header[i], header[i + 1]);
            }
            exchange.sendResponseHeaders(status, -1);
        };
    }

    /** Announces the whole, sends its beginning, and closes the connection. */
    public static Misbehaviour cutAfter(int bytes) {
        return (exchange, content) -> {
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content, 0, bytes);
            exchange.getResponseBody().flush();
        };
    }

    /** Sends the beginning and then nothing. */
    public static Misbehaviour stallAfter(int bytes, long millis) {
        return (exchange, content) -> {
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content, 0, bytes);
            exchange.getResponseBody().flush();
            Thread.sleep(millis);
        };
    }

    /** Sends as many bytes as there are, one of them wrong. */
    public static Misbehaviour wrongByte() {
        return (exchange, content) -> {
            byte[] wrong = content.clone();
            wrong[wrong.length / 2] ^= 1;
            exchange.sendResponseHeaders(200, wrong.length);
            exchange.getResponseBody().write(wrong);
        };
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String range = String.valueOf(exchange.getRequestHeaders().getFirst("Range"));
        requests.add(range.equals("null") ? path : path + " " + range);
        byte[] content = files.getOrDefault(path, new byte[0]);
        Deque<Misbehaviour> waiting = misbehaviours.getOrDefault(path, new ArrayDeque<>());
        try (exchange) {
            if (!waiting.isEmpty()) {
                waiting.remove().answer(exchange, content);
            } else if (!files.containsKey(path)) {
                exchange.sendResponseHeaders(404, -1);
            } else if (ranges && range.startsWith("bytes=")) {
                sendRest(exchange, content, Integer.parseInt(range.replaceAll("[^0-9]", "")));
            } else {
                exchange.sendResponseHeaders(200, content.length == 0 ? -1 : content.length);
                exchange.getResponseBody().write(content);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void sendRest(HttpExchange exchange, byte[] content, int from) throws IOException {
        if (from >= content.length) {
            exchange.sendResponseHeaders(416, -1);
            return;
        }
        exchange.getResponseHeaders()
                .add("Content-Range", "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
        exchange.sendResponseHeaders(206, content.length - from);
        exchange.getResponseBody().write(Arrays.copyOfRange(content, from, content.length));
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

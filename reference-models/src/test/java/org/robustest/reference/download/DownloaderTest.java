package org.robustest.reference.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.robustest.reference.download.DatabaseServer.cutAfter;
import static org.robustest.reference.download.DatabaseServer.stallAfter;
import static org.robustest.reference.download.DatabaseServer.status;
import static org.robustest.reference.download.DatabaseServer.wrongByte;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class DownloaderTest {

    private static final String DATABASE = "db/1.0.0";
    private static final String FILE = DATABASE + "/a.dat";

    @TempDir
    private Path folder;

    private final DatabaseServer server = new DatabaseServer();
    private final byte[] content = new byte[300_000];
    private final List<String> lines = new ArrayList<>();

    @BeforeEach
    void offerFiles() {
        new SplittableRandom(1).nextBytes(content);
        server.put(FILE, content);
        server.put(DATABASE + "/b.hea", "header".getBytes(StandardCharsets.US_ASCII));
        server.put(DATABASE + "/other.txt", new byte[10]);
        server.putChecksums(DATABASE);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void downloadsWhatIsWantedAndNothingElse() throws IOException {
        download();

        assertComplete();
        assertThat(lines).singleElement().asString().startsWith(DATABASE + ": 2 of 2 files, 0.3 MB received");
    }

    @Test
    void doesNotDownloadAgainWhatIsThere() throws IOException {
        download();
        Files.write(folder.resolve("b.hea"), new byte[] {1});
        int before = server.requests().size();

        download();

        assertThat(server.requests().subList(before, server.requests().size()))
                .containsExactly("/db/1.0.0/SHA256SUMS.txt", "/db/1.0.0/b.hea");
        assertComplete();
    }

    @Test
    void goesOnWhereAConnectionWasCut() throws IOException {
        server.misbehave(FILE, cutAfter(100_000));

        download();

        assertComplete();
        assertThat(server.requests()).containsSubsequence("/db/1.0.0/a.dat", "/db/1.0.0/a.dat bytes=100000-");
        assertThat(lines.get(0)).startsWith("a.dat: the connection failed: ").endsWith("; again in 1 ms");
    }

    @Test
    void startsAnewWhereTheServerKnowsNoRanges() throws IOException {
        server.withoutRanges().misbehave(FILE, cutAfter(100_000), cutAfter(20_000));

        download();

        assertComplete();
    }

    @Test
    void goesOnWithThePartOfAProcessThatWasEnded() throws IOException {
        Files.write(folder.resolve(".a.dat.part"), Arrays.copyOf(content, 250_000));

        download();

        assertComplete();
        assertThat(server.requests()).contains("/db/1.0.0/a.dat bytes=250000-");
    }

    @Test
    void startsAnewWhereThatPartIsOfAnotherFileOrLonger() throws IOException {
        Files.write(folder.resolve(".a.dat.part"), new byte[1_000]);
        Files.write(folder.resolve(".b.hea.part"), new byte[1_000]);

        download();

        assertComplete();
    }

    @Test
    void startsAnewWhereTheServerSendsAnotherPart() throws IOException {
        server.misbehave(FILE, cutAfter(1_000), status(206, "Content-Range", "bytes 7-9/300000"));

        download();

        assertComplete();
    }

    @Test
    void repeatsWhatTheServerWasTooBusyFor() throws IOException {
        server.misbehave(FILE, status(503), status(429, "Retry-After", "0"), status(500));

        download();

        assertComplete();
        assertThat(lines)
                .extracting(line -> line.replaceAll(".*status (\\d+).*again in (.*)", "$1 $2"))
                .startsWith("503 1 ms", "429 0 ms", "500 4 ms");
    }

    @Test
    void repeatsWhatCameWithAWrongByte() throws IOException {
        server.misbehave(FILE, wrongByte());

        download();

        assertComplete();
        assertThat(lines.get(0)).startsWith("a.dat: expected the SHA-256 sum ");
    }

    @Test
    void givesUpOnAConnectionThatSendsNothingMore() throws IOException {
        server.misbehave(FILE, stallAfter(5_000, 3_000));

        download();

        assertComplete();
        assertThat(lines.get(0)).contains("nothing came for 300 ms");
    }

    @Test
    void followsRedirects() throws IOException {
        server.put("elsewhere/a.dat", content);
        server.misbehave(FILE, status(302, "Location", "/elsewhere/a.dat"));

        download();

        assertComplete();
    }

    @Test
    void aTamperedFileIsRefusedAndNothingOfItIsKept() throws IOException {
        server.misbehave(FILE, wrongByte(), wrongByte(), wrongByte(), wrongByte());

        assertThatThrownBy(this::download)
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining("a.dat could not be downloaded in 4 of 4 attempts")
                .hasMessageContaining("expected the SHA-256 sum " + DatabaseServer.sha256(content));
        assertThat(files()).containsExactly("SHA256SUMS.txt");
    }

    @Test
    void aFileThatCannotBeHadLeavesNothingOfItself() throws IOException {
        server.misbehave(FILE, cutAfter(10), cutAfter(20), status(503), status(503));

        assertThatThrownBy(this::download)
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining("in 4 of 4 attempts: status 503");
        assertThat(files()).containsExactly("SHA256SUMS.txt");

        download();
        assertComplete();
    }

    @Test
    void aFailedDownloadLeavesTheFileThatWasThere() throws IOException {
        Files.write(folder.resolve("a.dat"), new byte[] {7});
        server.misbehave(FILE, status(404));

        assertThatThrownBy(this::download).hasMessageContaining("in 1 of 4 attempts: status 404");

        assertThat(Files.readAllBytes(folder.resolve("a.dat"))).containsExactly(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../a.dat",
                "x/../../a.dat",
                "//127.0.0.2/a.dat",
                "http://127.0.0.2/a.dat",
                "/a.dat",
                "a b.dat"
            })
    void aListThatLeadsElsewhereIsRefused(String path) {
        server.put(
                DATABASE + "/SHA256SUMS.txt", ("0".repeat(64) + " " + path + "\n").getBytes(StandardCharsets.US_ASCII));

        assertThatThrownBy(() -> downloader().download(DATABASE, any -> Optional.of("a.dat"), folder))
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining("names a file that cannot be stored: " + path);
    }

    @Test
    void whatIsNoListOfChecksumsIsRefused() throws IOException {
        server.put(DATABASE + "/SHA256SUMS.txt", "<html>sign in</html>".getBytes(StandardCharsets.US_ASCII));

        assertThatThrownBy(this::download)
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining("the list of checksums has the line \"<html>sign in</html>\"");
        assertThat(files()).isEmpty();
    }

    @Test
    void saysSoWhenNothingIsWanted() {
        assertThatThrownBy(() -> downloader().download(DATABASE, path -> Optional.empty(), folder))
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining("has none of the files that are wanted");
    }

    @Test
    void stopsWhenItsThreadIsInterrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(this::download)
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining("was interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void saysThatAServerCannotBeReached() {
        server.close();

        assertThatThrownBy(this::download)
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining(
                        "SHA256SUMS.txt could not be downloaded in 4 of 4 attempts: the connection failed");
    }

    @Test
    void refusesSettingsThatMakeNoDownload() {
        Downloader downloader = Downloader.physioNet();

        assertThatThrownBy(() -> Downloader.from(URI.create("ftp://physionet.org/")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ftp://physionet.org/");
        assertThatThrownBy(() -> downloader.withAttempts(0, Duration.ZERO)).hasMessageContaining("at least 1 attempt");
        assertThatThrownBy(() -> downloader.withPatience(Duration.ZERO)).hasMessageContaining("above 0 ms");
        assertThat(downloader).hasToString("downloads from https://physionet.org/files/");
    }

    private void download() {
        downloader().download(DATABASE, path -> Optional.of(path).filter(name -> !name.endsWith(".txt")), folder);
    }

    private Downloader downloader() {
        return Downloader.from(server.address())
                .withProgress(lines::add)
                .withAttempts(4, Duration.ofMillis(1))
                .withPatience(Duration.ofMillis(300));
    }

    private void assertComplete() throws IOException {
        assertThat(files()).containsExactly("SHA256SUMS.txt", "a.dat", "b.hea");
        assertThat(Files.readAllBytes(folder.resolve("a.dat"))).isEqualTo(content);
        assertThat(folder.resolve("b.hea")).hasContent("header");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}

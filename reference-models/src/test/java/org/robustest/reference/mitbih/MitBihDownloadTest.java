package org.robustest.reference.mitbih;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robustest.reference.download.DatabaseServer.cutAfter;
import static org.robustest.reference.download.DatabaseServer.status;
import static org.robustest.reference.download.DatabaseServer.wrongByte;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.robustest.reference.data.RealData;
import org.robustest.reference.download.DatabaseServer;
import org.robustest.reference.download.Downloader;

/** Downloads the real files from a server on this machine that has them as PhysioNet has. */
class MitBihDownloadTest {

    private static final String DATABASE = "mitdb/1.0.0/";

    @Test
    void theDatabaseArrivesWholeThroughABadConnection(@TempDir Path folder) throws IOException {
        Path real = RealData.mitdb();
        try (DatabaseServer server = new DatabaseServer()) {
            offer(server, real);
            server.misbehave(DATABASE + "100.dat", cutAfter(1_000_000), cutAfter(1_500_000));
            server.misbehave(DATABASE + "101.atr", wrongByte());
            server.misbehave(DATABASE + "234.hea", status(503));

            MitBih.download(folder, Downloader.from(server.address()).withAttempts(3, Duration.ofMillis(1)));
        }

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(file -> !file.endsWith("SHA256SUMS.txt")))
                    .hasSize(3 * 48)
                    .allSatisfy(file -> assertThat(Files.mismatch(file, real.resolve(file.getFileName())))
                            .isEqualTo(-1));
        }
    }

    /** The list of the database itself, so that the checksums compared are PhysioNet's. */
    private static void offer(DatabaseServer server, Path real) throws IOException {
        try (Stream<Path> files = Files.list(real)) {
            for (Path file : files.filter(file -> file.toString().matches(".*\\.(hea|dat|atr)"))
                    .toList()) {
                server.put(DATABASE + file.getFileName(), Files.readAllBytes(file));
            }
        }
        server.put(DATABASE + "SHA256SUMS.txt", Files.readAllBytes(real.resolve("SHA256SUMS.physionet.txt")));
    }
}

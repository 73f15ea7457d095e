package org.robustest.reference.cpsc2018;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.robustest.reference.download.DatabaseServer;
import org.robustest.reference.download.Downloader;
import org.robustest.reference.twelvelead.RecordingFiles;

class Cpsc2018DownloadTest {

    @Test
    void theRecordsOfTheChallengeAreStoredInOneFolder(@TempDir Path source, @TempDir Path target) throws IOException {
        RecordingFiles.writeChallenge(source, "A0001", RecordingFiles.units(100), "59118001");
        RecordingFiles.writeChallenge(source, "A1001", RecordingFiles.units(100), "426783006");
        String database = "challenge-2021/1.0.3";
        try (DatabaseServer server = new DatabaseServer()) {
            server.put(database + "/training/ptb-xl/g1/HR00001.mat", new byte[5]);
            for (String file : new String[] {"A0001.mat", "A0001.hea", "A1001.mat", "A1001.hea"}) {
                server.put(
                        database + "/training/cpsc_2018/g" + (1 + file.charAt(1) - '0') + "/" + file,
                        Files.readAllBytes(source.resolve(file)));
            }
            server.putChecksums(database);

            Cpsc2018 downloaded = Cpsc2018.open(Cpsc2018.download(target, Downloader.from(server.address())));

            assertThat(downloaded.recordings().countsByFirstDiagnosis()).containsExactly(1, 0, 0, 0, 1, 0, 0, 0, 0);
            assertThat(downloaded.recordings().inspect()).hasSize(2);
            assertThat(target.resolve("HR00001.mat")).doesNotExist();
        }
    }
}

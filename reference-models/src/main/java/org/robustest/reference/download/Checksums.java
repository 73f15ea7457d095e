package org.robustest.reference.download;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The SHA-256 sums of the files of a database, as its {@code SHA256SUMS.txt} lists them.
 *
 * @param byPath the sums in lower-case hexadecimal, by path; unmodifiable, in the order of the paths
 */
record Checksums(Map<String, String> byPath) {

    private static final Pattern LINE = Pattern.compile("([0-9a-fA-F]{64}) [ *]?(\\S.*)");

    /** Reads a list: on each line a sum, one or two spaces or an asterisk, and a path. */
    static Checksums parse(String text) throws TransferException {
        Map<String, String> sums = new TreeMap<>();
        for (String line : text.split("\r?\n")) {
            if (line.isBlank()) {
                continue;
            }
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                throw TransferException.passing(
                        "the list of checksums has the line \"" + line.substring(0, Math.min(80, line.length())) + '"');
            }
            sums.put(matcher.group(2).strip(), matcher.group(1).toLowerCase(Locale.ROOT));
        }
        return new Checksums(sums);
    }

    Optional<String> of(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    static String sha256(Path file) throws IOException {
        MessageDigest digest = digest();
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] part = new byte[1 << 16];
            for (int count = stream.read(part); count >= 0; count = stream.read(part)) {
                digest.update(part, 0, count);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

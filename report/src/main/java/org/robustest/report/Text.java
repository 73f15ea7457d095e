package org.robustest.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Numbers, times and commands as people read them. */
final class Text {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final MathContext FOUR_DIGITS = new MathContext(4);

    private Text() {}

    static String share(double share) {
        return Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    static String interval(double lower, double upper) {
        return String.format(Locale.ROOT, "%.1f to %.1f", 100 * lower, 100 * upper);
    }

    static String number(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        BigDecimal rounded = new BigDecimal(value).round(FOUR_DIGITS).stripTrailingZeros();
        return Math.abs(value) >= 1e-5 || value == 0 ? rounded.toPlainString() : rounded.toString();
    }

    static String seconds(double seconds) {
        return seconds < 60
                ? String.format(Locale.ROOT, "%.1f s", seconds)
                : String.format(Locale.ROOT, "%d min %02d s", (long) seconds / 60, (long) seconds % 60);
    }

    static String time(String instant) {
        try {
            return TIME.format(Instant.parse(instant));
        } catch (DateTimeParseException e) {
            return instant;
        }
    }

    static String required(LevelData level) {
        List<String> parts = new ArrayList<>();
        if (level.requiredRobust() != null) {
            parts.add(share(level.requiredRobust()));
        }
        if (level.requiredCertified() != null) {
            parts.add(share(level.requiredCertified()) + " certified");
        }
        return parts.isEmpty() ? "–" : String.join(", ", parts);
    }

    /** Returns the command that runs a test again, with the same seed and so with the same result. */
    static String replay(TestData test) {
        long seed = 0;
        for (LevelData level : test.levels()) {
            ResultData result = level.result();
            if (result != null) {
                seed = result.seed();
            }
        }
        return "mvn test -Dtest=" + quoted(test.className() + "#" + test.method()) + " -Drobustest.seed=" + seed;
    }

    /** Returns what is to be added to the command in a build of several modules. */
    static String inModule(TestData test) {
        return "-pl " + quoted(test.module()) + " -am -Dsurefire.failIfNoSpecifiedTests=false";
    }

    /** Keeps a shell from reading anything into a name. */
    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_.-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}

package org.robustest.reference.wfdb;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One line of a header, taken field by field; fields are separated by spaces or tabs. */
final class HeaderLine {

    /** A decimal number, for use within patterns. It gives no digit back, or a long one would be tried in every way to part it. */
    static final String NUMBER = "[-+]?+(?:[0-9]++\\.?+[0-9]*+|\\.[0-9]++)(?:[eE][-+]?+[0-9]++)?+";

    private static final Pattern FIELD = Pattern.compile("[ \\t]*([^ \\t]+)");

    private final Path file;
    private final int number;
    private final String text;
    private int position;

    HeaderLine(Path file, int number, String text) {
        this.file = file;
        this.number = number;
        this.text = text;
    }

    /** Takes the next field, if there is one; it must then have the syntax that was asked for. */
    Optional<MatchResult> next(Pattern syntax, String expected) {
        Matcher field = FIELD.matcher(text).region(position, text.length());
        if (!field.lookingAt()) {
            return Optional.empty();
        }
        position = field.end();
        Matcher matcher = syntax.matcher(field.group(1));
        if (!matcher.matches()) {
            throw wrong(expected, WfdbException.quoted(field.group(1)));
        }
        return Optional.of(matcher.toMatchResult());
    }

    /** Takes the next field, which must be there. */
    MatchResult required(Pattern syntax, String expected) {
        return next(syntax, expected).orElseThrow(() -> wrong(expected, "the end of the line"));
    }

    /** Takes all that is left of the line, without the white space around it. */
    String rest() {
        String rest = text.substring(position).trim();
        position = text.length();
        return rest;
    }

    int integer(String digits, String meaning) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            String expected = meaning + " from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE;
            throw WfdbException.atLine(file, number, expected, digits, e);
        }
    }

    double finite(String digits, String meaning) {
        double value = Double.parseDouble(digits);
        if (!Double.isFinite(value)) {
            throw wrong("a finite " + meaning, WfdbException.quoted(digits));
        }
        return value;
    }

    WfdbException wrong(String expected, String found) {
        return WfdbException.atLine(file, number, expected, found);
    }
}

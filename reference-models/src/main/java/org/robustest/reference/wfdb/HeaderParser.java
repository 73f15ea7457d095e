package org.robustest.reference.wfdb;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads the text of a header: one record line, one line a signal, and comments anywhere. */
final class HeaderParser {

    private static final Pattern NAME = Pattern.compile("([^/]+)(/[0-9]+)?");
    private static final Pattern COUNT = Pattern.compile("[0-9]+");
    private static final Pattern FREQUENCY = Pattern.compile(
            "(" + HeaderLine.NUMBER + ")(?:/(" + HeaderLine.NUMBER + ")(?:\\((" + HeaderLine.NUMBER + ")\\))?)?");

    private final Path file;
    private final String recordName;

    HeaderParser(Path file, String recordName) {
        this.file = file;
        this.recordName = recordName;
    }

    WfdbHeader parse(String text) {
        List<String> comments = new ArrayList<>();
        Deque<HeaderLine> lines = new ArrayDeque<>();
        String[] texts = text.split("\r?\n", -1);
        for (int i = 0; i < texts.length; i++) {
            if (texts[i].startsWith("#")) {
                comments.add(texts[i].substring(1).trim());
            } else if (!texts[i].isBlank()) {
                lines.add(new HeaderLine(file, i + 1, texts[i]));
            }
        }
        if (lines.isEmpty()) {
            throw WfdbException.atLine(file, 1, "a record line", "no line but comments");
        }
        return parse(lines, comments, texts.length);
    }

    private WfdbHeader parse(Deque<HeaderLine> lines, List<String> comments, int lastLine) {
        HeaderLine line = lines.remove();
        requireName(line);
        int signalCount = count(line, line.required(COUNT, "the number of signals"));
        Optional<MatchResult> frequency = line.next(FREQUENCY, "a sampling frequency such as 360 or 360/24(0)");
        double samplingFrequency = WfdbHeader.DEFAULT_SAMPLING_FREQUENCY;
        double counterFrequency = samplingFrequency;
        double baseCounter = 0;
        if (frequency.isPresent()) {
            MatchResult match = frequency.get();
            samplingFrequency = line.finite(match.group(1), "sampling frequency");
            if (samplingFrequency <= 0) {
                throw line.wrong("a sampling frequency above 0", match.group(1));
            }
            counterFrequency = match.group(2) == null ? 0 : line.finite(match.group(2), "counter frequency");
            counterFrequency = counterFrequency > 0 ? counterFrequency : samplingFrequency;
            baseCounter = match.group(3) == null ? 0 : line.finite(match.group(3), "base counter");
        }
        Optional<MatchResult> stated = line.next(COUNT, "the number of samples of each signal");
        int sampleCount = stated.isPresent() ? count(line, stated.get()) : 0;
        String start = line.rest();
        return new WfdbHeader(
                recordName,
                samplingFrequency,
                counterFrequency,
                baseCounter,
                sampleCount == 0 ? OptionalInt.empty() : OptionalInt.of(sampleCount),
                start.isEmpty() ? Optional.empty() : Optional.of(start),
                signals(lines, signalCount, lastLine),
                comments);
    }

    private void requireName(HeaderLine line) {
        MatchResult name = line.required(NAME, "the record name \"" + recordName + '"');
        if (name.group(2) != null) {
            throw line.wrong("a record of one segment", "one of several: " + WfdbException.quoted(name.group()));
        }
        if (!name.group(1).equals(recordName)) {
            throw line.wrong("the record name \"" + recordName + '"', WfdbException.quoted(name.group(1)));
        }
    }

    private List<SignalHeader> signals(Deque<HeaderLine> lines, int expected, int lastLine) {
        List<SignalHeader> signals = new ArrayList<>();
        while (signals.size() < expected) {
            if (lines.isEmpty()) {
                throw WfdbException.atLine(file, lastLine, expected + " signal lines", signals.size() + " of them");
            }
            signals.add(SignalLineParser.parse(lines.remove(), recordName, signals.size()));
        }
        if (!lines.isEmpty()) {
            throw lines.remove().wrong("no more than " + expected + " signal lines", "one more");
        }
        return signals;
    }

    private static int count(HeaderLine line, MatchResult match) {
        return line.integer(match.group(), "a number");
    }
}

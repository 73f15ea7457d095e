package org.robustest.reference.wfdb;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads one signal line of a header. A field may be missing only if all fields after it are. */
final class SignalLineParser {

    private static final Pattern TEXT = Pattern.compile(".+");
    private static final Pattern FORMAT = Pattern.compile("([0-9]+)(?:x([0-9]+))?(?::([0-9]+))?(?:\\+([0-9]+))?");
    private static final Pattern GAIN =
            Pattern.compile("(" + HeaderLine.NUMBER + ")(?:\\(([-+]?[0-9]+)\\))?(?:/(.+))?");
    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+");
    private static final int DEFAULT_ADC_RESOLUTION = 12;

    private final HeaderLine line;

    private SignalLineParser(HeaderLine line) {
        this.line = line;
    }

    static SignalHeader parse(HeaderLine line, String recordName, int index) {
        return new SignalLineParser(line).parse(recordName, index);
    }

    private SignalHeader parse(String recordName, int index) {
        String fileName = fileName();
        MatchResult layout = line.required(FORMAT, "a format such as 212 or 16x1:0+24");
        SampleFormat format = SampleFormat.ofCode(layout.group(1))
                .orElseThrow(() -> line.wrong("format 16 or 212", "format " + WfdbException.quoted(layout.group(1))));
        Optional<MatchResult> calibration = line.next(GAIN, "a gain such as 200 or 200(0)/mV");
        double gain = calibration.map(this::gain).orElse(SignalHeader.DEFAULT_GAIN);
        int adcResolution = next("an ADC resolution").orElse(DEFAULT_ADC_RESOLUTION);
        int adcZero = next("an ADC zero").orElse(0);
        OptionalInt initialValue = next("an initial value");
        OptionalInt checksum = next("a checksum");
        int blockSize = next("a block size").orElse(0);
        String description = line.rest();
        return new SignalHeader(
                fileName,
                format,
                Math.max(1, group(layout, 2, 1)),
                group(layout, 3, 0),
                group(layout, 4, 0),
                gain,
                calibration.map(match -> group(match, 2, adcZero)).orElse(adcZero),
                calibration.map(match -> match.group(3)).orElse(SignalHeader.DEFAULT_UNITS),
                adcResolution,
                adcZero,
                initialValue,
                checksum,
                blockSize,
                description.isEmpty() ? "record " + recordName + ", signal " + index : description);
    }

    private String fileName() {
        String name = line.required(TEXT, "the name of a signal file").group();
        if (!WfdbFile.isPlainName(name)) {
            throw line.wrong("the name of a signal file in the same folder", WfdbException.quoted(name));
        }
        return name;
    }

    private double gain(MatchResult match) {
        double gain = line.finite(match.group(1), "gain");
        return gain == 0 ? SignalHeader.DEFAULT_GAIN : gain;
    }

    private OptionalInt next(String meaning) {
        return line.next(INTEGER, meaning)
                .map(match -> OptionalInt.of(line.integer(match.group(), meaning)))
                .orElse(OptionalInt.empty());
    }

    private int group(MatchResult match, int group, int byDefault) {
        String digits = match.group(group);
        return digits == null ? byDefault : line.integer(digits, "a number");
    }
}

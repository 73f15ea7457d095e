package org.robustest.reference.mitbih;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.robustest.reference.beats.BeatClass;
import org.robustest.reference.beats.BeatCutter;
import org.robustest.reference.beats.Resampler;
import org.robustest.reference.wfdb.Annotation;
import org.robustest.reference.wfdb.AnnotationFile;
import org.robustest.reference.wfdb.WfdbRecord;
import org.robustest.reference.wfdb.WfdbSignal;
import org.robustest.samples.Samples;

/**
 * The beats of one record.
 *
 * @param record the name of the record
 * @param lead the lead they were cut from
 * @param peaks the annotations of the R peaks, one more than there are beats, since the last beat is left out
 * @param beats the values of each beat {@code [187]}, from 0 to 1
 */
record RecordBeats(String record, String lead, List<Annotation> peaks, List<float[]> beats) {

    private static final String PREFERRED_LEAD = "MLII";
    private static final double RECORDED_FREQUENCY = 360;
    private static final int UP = 25;
    private static final int DOWN = 72;
    private static final Resampler RESAMPLER = Resampler.of(UP, DOWN);

    static RecordBeats read(Path folder, String name) {
        WfdbRecord record = WfdbRecord.read(folder, name);
        require(
                record.header().samplingFrequency() == RECORDED_FREQUENCY,
                folder,
                name,
                "was sampled at " + record.header().samplingFrequency() + " Hz instead of " + RECORDED_FREQUENCY);
        require(!record.signals().isEmpty(), folder, name, "has no signal");
        require(isChecked(record), folder, name, "states no number of samples, or no checksum for one of its signals");
        WfdbSignal signal =
                record.signal(PREFERRED_LEAD).orElse(record.signals().get(0));
        require(
                signal.isVoltage(),
                folder,
                name,
                "has no lead " + PREFERRED_LEAD + ", and its first signal, \""
                        + signal.header().description() + "\", is no voltage");
        List<Annotation> peaks = AnnotationFile.read(folder.resolve(name + ".atr")).stream()
                .filter(annotation -> BeatClass.ofSymbol(annotation.symbol()).isPresent())
                .toList();
        require(
                peaks.isEmpty() || peaks.get(peaks.size() - 1).sample() < signal.sampleCount(),
                folder,
                name,
                "has " + signal.sampleCount() + " samples, but an annotation of a beat after them");
        double[] times = peaks.stream()
                .mapToDouble(peak -> (double) peak.sample() * UP / DOWN)
                .toArray();
        List<float[]> beats = List.of(BeatCutter.cut(RESAMPLER.resample(signal.millivolts()), times));
        return new RecordBeats(name, signal.header().description(), peaks, beats);
    }

    void addTo(Samples.Builder samples) {
        Map<Character, Map<String, String>> tags = new HashMap<>();
        for (int i = 0; i < beats.size(); i++) {
            Annotation peak = peaks.get(i);
            int label = BeatClass.ofSymbol(peak.symbol()).orElseThrow().ordinal();
            samples.add(
                    "mitdb/" + record + "@" + peak.sample(),
                    beats.get(i),
                    label,
                    tags.computeIfAbsent(peak.symbol(), this::tags));
        }
    }

    private Map<String, String> tags(char symbol) {
        return Map.of(
                MitBih.RECORD,
                record,
                MitBih.PATIENT,
                record.equals("202") ? "201" : record,
                MitBih.LEAD,
                lead,
                MitBih.SYMBOL,
                String.valueOf(symbol));
    }

    private static boolean isChecked(WfdbRecord record) {
        return record.header().sampleCount().isPresent()
                && record.header().signals().stream()
                        .allMatch(signal -> signal.checksum().isPresent());
    }

    private static void require(boolean condition, Path folder, String name, String problem) {
        if (!condition) {
            throw new IllegalArgumentException(
                    "record " + name + " in " + folder + " is none of the MIT-BIH Arrhythmia Database: it " + problem);
        }
    }
}

package org.robustest.reference.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.robustest.reference.beats.BeatClass;
import org.robustest.reference.beats.BeatCutter;
import org.robustest.reference.beats.Resampler;
import org.robustest.samples.Samples;

/** Cuts beats of all classes out of the ECGs of several synthetic patients. */
final class BeatGenerator {

    private static final int PER_PATIENT = 10;
    private static final int MOST_PER_CLASS = 10_000;
    private static final double RATE_SPREAD = 0.25;
    private static final int OVERSAMPLING = 4;

    private static final Resampler RESAMPLER = Resampler.of(1, OVERSAMPLING);

    private BeatGenerator() {}

    static Samples generate(Heart heart, Recording recording, long seed, int perClass) {
        Ranges.require(perClass, 1, MOST_PER_CLASS, "the number of beats of each class");
        Recording once = recording
                .withSamplingFrequency(OVERSAMPLING * BeatCutter.SAMPLING_FREQUENCY)
                .withLeads(recording.leads().subList(0, 1));
        SplittableRandom random = new SplittableRandom(seed);
        Samples.Builder samples =
                Samples.builder(BeatCutter.SHAPE, BeatClass.names()).within(0, 1);
        for (int patient = 0; patient * PER_PATIENT < perClass; patient++) {
            addPatient(heart, once, random.split(), seed + "/" + patient, samples);
        }
        return samples.build().balanced(perClass);
    }

    private static void addPatient(
            Heart heart, Recording recording, SplittableRandom random, String patient, Samples.Builder samples) {
        List<BeatClass> rhythm = rhythm(random);
        double rate = heart.rate() * (1 + RATE_SPREAD * (2 * random.nextDouble() - 1));
        Heart another = heart.withRate(rate, Math.min(heart.rateDeviation(), rate / 10))
                .withRhythm(rhythm)
                .inAnotherPatient(random);
        double seconds = 1.3 * rhythm.size() * another.meanInterval();
        SyntheticRecord record = RecordGenerator.generate(another, recording, random.nextLong(), seconds);
        double[] peaks = record.beats().stream()
                .mapToDouble(beat -> beat.time() * BeatCutter.SAMPLING_FREQUENCY)
                .toArray();
        float[][] beats = BeatCutter.cut(RESAMPLER.resample(record.millivolts(0)), peaks);
        Map<String, String> tags =
                Map.of("patient", patient, "lead", record.leads().get(0).name());
        for (int i = 0; i < beats.length; i++) {
            String id = "synthetic/" + patient + "@" + Math.round(peaks[i]);
            samples.add(id, beats[i], record.beats().get(i).beatClass().ordinal(), tags);
        }
    }

    /** Puts the abnormal beats in a random order, with one or two normal ones before each. */
    private static List<BeatClass> rhythm(SplittableRandom random) {
        List<BeatClass> abnormal = new ArrayList<>();
        for (BeatClass beatClass : List.of(BeatClass.S, BeatClass.V, BeatClass.F, BeatClass.Q)) {
            for (int i = 0; i < PER_PATIENT; i++) {
                abnormal.add(random.nextInt(abnormal.size() + 1), beatClass);
            }
        }
        List<BeatClass> rhythm = new ArrayList<>();
        for (BeatClass beatClass : abnormal) {
            rhythm.add(BeatClass.N);
            if (random.nextBoolean()) {
                rhythm.add(BeatClass.N);
            }
            rhythm.add(beatClass);
        }
        rhythm.add(BeatClass.N);
        return rhythm;
    }
}

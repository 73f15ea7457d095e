package org.robustest.reference.synthetic;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.robustest.reference.beats.BeatClass;

/** Lets the dynamical model run through the beats of a heart, and samples it. */
final class RecordGenerator {

    /** Brings the R peak of the paper's normal beat, at 60 beats a minute in lead II, to about 1 mV. */
    static final double MILLIVOLTS = 25;

    private static final double LONGEST_STEP = 1.0 / 500;
    private static final double LONGEST_RECORD = 86_400;

    private final DynamicalModel model;
    private final Map<BeatClass, DynamicalModel.Waves> waves = new EnumMap<>(BeatClass.class);
    private final List<SyntheticBeat> beats;
    private int interval;
    private double time;

    private RecordGenerator(Heart heart, Recording recording, List<SyntheticBeat> beats) {
        this.model = new DynamicalModel(recording.leads(), new BaselineWander(recording.baselineWander() / MILLIVOLTS));
        this.beats = beats;
        heart.morphologies()
                .forEach((beatClass, morphology) ->
                        waves.put(beatClass, new DynamicalModel.Waves(morphology.waves(), recording.leads())));
    }

    static SyntheticRecord generate(Heart heart, Recording recording, long seed, double seconds) {
        if (!(seconds > 0 && seconds <= LONGEST_RECORD)) {
            throw new IllegalArgumentException("a record lasts above 0 and up to " + LONGEST_RECORD
                    + " s, but it was asked for " + seconds + " s");
        }
        SplittableRandom random = new SplittableRandom(seed);
        List<SyntheticBeat> beats = BeatTimes.of(heart, seconds, random.split());
        float[][] millivolts = new RecordGenerator(heart, recording, beats).run(recording, seconds);
        addNoise(millivolts, recording.whiteNoise(), random.split());
        return new SyntheticRecord(
                recording.samplingFrequency(),
                recording.leads(),
                millivolts,
                beats.stream()
                        .filter(beat -> beat.time() >= 0 && beat.time() < seconds)
                        .toList());
    }

    private static void addNoise(float[][] millivolts, double standardDeviation, SplittableRandom random) {
        if (standardDeviation == 0) {
            return;
        }
        for (float[] lead : millivolts) {
            for (int i = 0; i < lead.length; i++) {
                lead[i] += (float) (standardDeviation * random.nextGaussian());
            }
        }
    }

    private float[][] run(Recording recording, double seconds) {
        int count = (int) Math.ceil(seconds * recording.samplingFrequency());
        float[][] millivolts = new float[recording.leads().size()][count];
        time = middle();
        for (int i = 0; i < count; i++) {
            advanceTo(i / recording.samplingFrequency());
            for (int lead = 0; lead < millivolts.length; lead++) {
                millivolts[lead][i] = (float) (MILLIVOLTS * model.z(lead));
            }
        }
        return millivolts;
    }

    /**
     * Runs to a time. Between two R peaks the angular velocity is constant, and half way between them, on the far side of
     * the circle, the waves of the first give way to those of the second. No step crosses such a change, so the R peaks
     * stay exactly where they were set.
     */
    private void advanceTo(double end) {
        while (time < end) {
            boolean secondHalf = time >= middle();
            double change = secondHalf ? beats.get(interval + 1).time() : middle();
            double stop = Math.min(Math.min(end, change), time + LONGEST_STEP);
            double length = beats.get(interval + 1).time() - beats.get(interval).time();
            BeatClass beatClass =
                    beats.get(secondHalf ? interval + 1 : interval).beatClass();
            model.advance(time, stop - time, 2 * Math.PI / length, Objects.requireNonNull(waves.get(beatClass)));
            time = stop;
            if (secondHalf && stop == change) {
                interval++;
            }
        }
    }

    private double middle() {
        return (beats.get(interval).time() + beats.get(interval + 1).time()) / 2;
    }
}

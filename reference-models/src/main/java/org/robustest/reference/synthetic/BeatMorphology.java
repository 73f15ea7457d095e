package org.robustest.reference.synthetic;

import java.util.List;
import java.util.SplittableRandom;
import org.robustest.reference.beats.BeatClass;

/**
 * What a beat of one class looks like, and how it comes in time.
 *
 * <p>The normal beat has the waves P, Q, R, S and T of table I of McSharry et al. The other classes are caricatures by
 * the textbook: they differ as cardiologists say that they differ, but they were not fitted to recordings.
 *
 * @param waves the waves
 * @param coupling the R-R interval that ends with the beat, as a part of a normal one
 * @param pause the R-R interval that begins with the beat, as a part of a normal one
 */
record BeatMorphology(List<EcgWave> waves, double coupling, double pause) {

    private static final double P_AXIS = 55;
    private static final double Q_AXIS = 95;
    private static final double R_AXIS = 60;
    private static final double S_AXIS = 20;
    private static final double T_AXIS = 45;
    private static final double AMPLITUDE_SPREAD = 0.15;
    private static final double WIDTH_SPREAD = 0.08;
    private static final double ANGLE_SPREAD = 0.02;

    static BeatMorphology of(BeatClass beatClass) {
        return switch (beatClass) {
            case N -> normal();
            case S -> supraventricular();
            case V -> ventricular();
            case F -> fusion();
            case Q -> paced();
        };
    }

    private static BeatMorphology normal() {
        return new BeatMorphology(
                List.of(
                        new EcgWave(-Math.PI / 3, 1.2, 0.25, P_AXIS),
                        new EcgWave(-Math.PI / 12, -5, 0.1, Q_AXIS),
                        new EcgWave(0, 30, 0.1, R_AXIS),
                        new EcgWave(Math.PI / 12, -7.5, 0.1, S_AXIS),
                        new EcgWave(Math.PI / 2, 0.75, 0.4, T_AXIS)),
                1,
                1);
    }

    /** Early, with an early inverted P, a slightly aberrant QRS, and a pause that does not compensate. */
    private static BeatMorphology supraventricular() {
        return new BeatMorphology(
                List.of(
                        new EcgWave(-Math.PI / 2.5, -1.0, 0.2, P_AXIS + 20),
                        new EcgWave(-Math.PI / 12, -2, 0.1, Q_AXIS),
                        new EcgWave(0, 24, 0.1, R_AXIS),
                        new EcgWave(Math.PI / 9, -9, 0.12, S_AXIS),
                        new EcgWave(Math.PI / 2.2, 0.45, 0.35, T_AXIS)),
                0.7,
                1.15);
    }

    /** Early, without P, with a wide and tall QRS, an inverted T, and a pause that compensates. */
    private static BeatMorphology ventricular() {
        return new BeatMorphology(
                List.of(
                        new EcgWave(0, 5.5, 0.3, R_AXIS - 70),
                        new EcgWave(Math.PI / 4, -1.2, 0.3, S_AXIS),
                        new EcgWave(Math.PI / 1.9, -0.6, 0.45, T_AXIS)),
                0.65,
                1.35);
    }

    /** Half way between normal and ventricular, nearly on time. */
    private static BeatMorphology fusion() {
        return new BeatMorphology(
                List.of(
                        new EcgWave(-Math.PI / 3, 0.8, 0.25, P_AXIS),
                        new EcgWave(0, 9.5, 0.2, R_AXIS - 30),
                        new EcgWave(Math.PI / 6, -3, 0.2, S_AXIS),
                        new EcgWave(Math.PI / 2, -0.35, 0.42, T_AXIS)),
                0.92,
                1.05);
    }

    /** On time, without P: a narrow spike of the pacemaker, then a wide QRS that points away, and a tall T. */
    private static BeatMorphology paced() {
        return new BeatMorphology(
                List.of(
                        new EcgWave(0, 150, 0.04, R_AXIS),
                        new EcgWave(Math.PI / 6, -2.5, 0.3, R_AXIS),
                        new EcgWave(Math.PI / 1.8, 0.9, 0.45, T_AXIS)),
                1,
                1);
    }

    /** Returns the same class in another patient: every wave a little stronger, wider and later, or the contrary. */
    BeatMorphology inAnotherPatient(SplittableRandom random) {
        return new BeatMorphology(
                waves.stream().map(wave -> varied(wave, random)).toList(), coupling, pause);
    }

    private static EcgWave varied(EcgWave wave, SplittableRandom random) {
        return new EcgWave(
                wave.angle() + ANGLE_SPREAD * random.nextGaussian() * Math.signum(Math.abs(wave.angle())),
                wave.amplitude() * Math.exp(AMPLITUDE_SPREAD * random.nextGaussian()),
                wave.width() * Math.exp(WIDTH_SPREAD * random.nextGaussian()),
                wave.axisDegrees());
    }
}

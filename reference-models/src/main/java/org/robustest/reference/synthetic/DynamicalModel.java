package org.robustest.reference.synthetic;

import java.util.List;

/**
 * The three coupled equations of McSharry, Clifford, Tarassenko and Smith, IEEE TBME 50(3), 2003, equation (1), with one
 * z for each lead, integrated by the classical Runge-Kutta method of fourth order:
 *
 * <pre>
 * x' = αx − ωy         α = 1 − √(x² + y²)
 * y' = αy + ωx         θ = atan2(y, x)
 * z' = −Σ aᵢ Δθᵢ exp(−Δθᵢ² / 2bᵢ²) − (z − z₀(t))        Δθᵢ = θ − θᵢ, brought to −π..π
 * </pre>
 *
 * <p>The point (x, y) is drawn to the unit circle and runs around it once a beat; z is the ECG.
 */
final class DynamicalModel {

    private final List<EcgLead> leads;
    private final BaselineWander wander;
    private final double[] state;
    private final double[][] slopes;
    private final double[] trial;

    /** Starts on the side of the unit circle that is opposite to the R peak, at time 0. */
    DynamicalModel(List<EcgLead> leads, BaselineWander wander) {
        this(leads, wander, -1, 0);
    }

    DynamicalModel(List<EcgLead> leads, BaselineWander wander, double x, double y) {
        this.leads = leads;
        this.wander = wander;
        this.state = new double[2 + leads.size()];
        this.slopes = new double[4][state.length];
        this.trial = new double[state.length];
        state[0] = x;
        state[1] = y;
        for (int lead = 0; lead < leads.size(); lead++) {
            state[2 + lead] = wander.settledAt(0);
        }
    }

    double x() {
        return state[0];
    }

    double y() {
        return state[1];
    }

    double z(int lead) {
        return state[2 + lead];
    }

    /** Makes one step, in seconds, during which the angular velocity and the waves stay the same. */
    void advance(double time, double step, double angularVelocity, Waves waves) {
        derivatives(state, time, angularVelocity, waves, slopes[0]);
        derivatives(moved(slopes[0], step / 2), time + step / 2, angularVelocity, waves, slopes[1]);
        derivatives(moved(slopes[1], step / 2), time + step / 2, angularVelocity, waves, slopes[2]);
        derivatives(moved(slopes[2], step), time + step, angularVelocity, waves, slopes[3]);
        for (int i = 0; i < state.length; i++) {
            state[i] += step / 6 * (slopes[0][i] + 2 * slopes[1][i] + 2 * slopes[2][i] + slopes[3][i]);
        }
    }

    private double[] moved(double[] slope, double step) {
        for (int i = 0; i < state.length; i++) {
            trial[i] = state[i] + step * slope[i];
        }
        return trial;
    }

    private void derivatives(double[] at, double time, double angularVelocity, Waves waves, double[] slope) {
        double x = at[0];
        double y = at[1];
        double alpha = 1 - Math.hypot(x, y);
        slope[0] = alpha * x - angularVelocity * y;
        slope[1] = alpha * y + angularVelocity * x;
        double baseline = wander.drivingAt(time);
        for (int lead = 0; lead < leads.size(); lead++) {
            slope[2 + lead] = baseline - at[2 + lead];
        }
        waves.addTo(slope, Math.atan2(y, x));
    }

    /** The waves of one beat as every lead sees them. */
    static final class Waves {

        private final EcgWave[] waves;
        private final double[][] amplitudes;

        Waves(List<EcgWave> waves, List<EcgLead> leads) {
            this.waves = waves.toArray(EcgWave[]::new);
            this.amplitudes = new double[this.waves.length][leads.size()];
            for (int i = 0; i < this.waves.length; i++) {
                for (int lead = 0; lead < leads.size(); lead++) {
                    amplitudes[i][lead] = this.waves[i].amplitudeIn(leads.get(lead));
                }
            }
        }

        private void addTo(double[] slope, double angle) {
            for (int i = 0; i < waves.length; i++) {
                double distance = shortest(angle - waves[i].angle());
                double width = waves[i].width();
                double push = distance * Math.exp(-distance * distance / (2 * width * width));
                for (int lead = 0; lead < amplitudes[i].length; lead++) {
                    slope[2 + lead] -= amplitudes[i][lead] * push;
                }
            }
        }

        /** Brings the difference of two angles of −π..π into that range again. */
        private static double shortest(double difference) {
            if (difference > Math.PI) {
                return difference - 2 * Math.PI;
            }
            return difference < -Math.PI ? difference + 2 * Math.PI : difference;
        }
    }
}

package org.robustest.reference.synthetic;

/**
 * One wave of a beat: a Gaussian event on the cycle of the dynamical model.
 *
 * @param angle where on the cycle it stands, in radians from −π to π; the R peak stands at 0
 * @param amplitude the strength a of the model as lead II sees it, signed, without unit
 * @param width the width b of the model, in radians, above 0
 * @param axisDegrees the direction of its dipole in the frontal plane, in degrees, between −30 and 150 so that lead II,
 *     at 60 degrees, sees it
 */
record EcgWave(double angle, double amplitude, double width, double axisDegrees) {

    /** Returns the strength of the wave as a lead sees it: the projection of its dipole. */
    double amplitudeIn(EcgLead lead) {
        double leadTwo = Math.toRadians(axisDegrees - EcgLead.II.axisDegrees());
        return amplitude * Math.cos(Math.toRadians(axisDegrees - lead.axisDegrees())) / Math.cos(leadTwo);
    }
}

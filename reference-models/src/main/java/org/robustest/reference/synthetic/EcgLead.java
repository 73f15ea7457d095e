package org.robustest.reference.synthetic;

/**
 * A lead in the frontal plane: it sees the projection of every wave's dipole on its axis.
 *
 * <p>The limb leads obey Einthoven's law, {@code I + III = II}, because the projections do.
 *
 * @param name the name of the lead
 * @param axisDegrees the direction of its axis in degrees, 0 to the patient's left and 90 to the feet
 */
public record EcgLead(String name, double axisDegrees) {

    /** Lead I. */
    public static final EcgLead I = new EcgLead("I", 0);

    /** Lead II, which sees every wave with the amplitude that the model states. */
    public static final EcgLead II = new EcgLead("II", 60);

    /** Lead III. */
    public static final EcgLead III = new EcgLead("III", 120);
}

package org.robustest.reference.twelvelead;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The leads of a standard electrocardiogram, in their usual order. */
public enum Lead {
    /** The limb lead from the right arm to the left. */
    I("I"),
    /** The limb lead from the right arm to the left leg. */
    II("II"),
    /** The limb lead from the left arm to the left leg, II − I. */
    III("III"),
    /** The augmented lead of the right arm, −(I + II) / 2. */
    AVR("aVR"),
    /** The augmented lead of the left arm, I − II / 2. */
    AVL("aVL"),
    /** The augmented lead of the left leg, II − I / 2. */
    AVF("aVF"),
    /** The first chest lead. */
    V1("V1"),
    /** The second chest lead. */
    V2("V2"),
    /** The third chest lead. */
    V3("V3"),
    /** The fourth chest lead. */
    V4("V4"),
    /** The fifth chest lead. */
    V5("V5"),
    /** The sixth chest lead. */
    V6("V6");

    private static final List<Lead> TWELVE = List.of(values());
    private static final List<Lead> EIGHT = List.of(I, II, V1, V2, V3, V4, V5, V6);

    private final String label;

    Lead(String label) {
        this.label = label;
    }

    /**
     * Returns all leads.
     *
     * @return the twelve leads, in their order; unmodifiable
     */
    public static List<Lead> twelve() {
        return TWELVE;
    }

    /**
     * Returns the leads that hold all that the twelve do: the other four are sums of I and II.
     *
     * @return I, II, V1 to V6; unmodifiable
     */
    public static List<Lead> eight() {
        return EIGHT;
    }

    /**
     * Finds a lead by its label in any case, such as {@code aVR} or {@code AVR}.
     *
     * @param label the label
     * @return the lead, if there is one
     */
    public static Optional<Lead> of(String label) {
        return Arrays.stream(values())
                .filter(lead -> lead.label.equalsIgnoreCase(label))
                .findFirst();
    }

    /** Returns the label, such as {@code aVR}. */
    @Override
    public String toString() {
        return label;
    }
}

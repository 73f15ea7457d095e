package org.robustest.reference.model;

/** Which samples of a data set a reference model has learned from, and which are left to test it. */
public enum Split {

    /** Beats of one patient stand on both sides, which flatters every figure: {@link org.robustest.reference.mitbih.MitBih#testBeats()}. */
    BY_BEAT("by-beat"),

    /** The beats of other people: {@link org.robustest.reference.mitbih.MitBih#interPatient()}. */
    INTER_PATIENT("inter-patient"),

    /** The first of five folds of the recordings with one label: {@link org.robustest.reference.twelvelead.Recordings#folds}. */
    FIRST_FOLD("first-fold"),

    /** The second of these folds. */
    SECOND_FOLD("second-fold"),

    /** The third of these folds. */
    THIRD_FOLD("third-fold"),

    /** The fourth of these folds. */
    FOURTH_FOLD("fourth-fold"),

    /** The last of these folds. */
    FIFTH_FOLD("fifth-fold");

    private final String words;

    Split(String words) {
        this.words = words;
    }

    /** Returns the name that commands and files have for it, such as {@code by-beat}. */
    @Override
    public String toString() {
        return words;
    }
}

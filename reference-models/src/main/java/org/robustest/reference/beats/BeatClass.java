package org.robustest.reference.beats;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The five classes of heartbeats of the AAMI standard EC57, as Kachuee et al. (arXiv:1805.00794, table 1) group the
 * annotations of the MIT-BIH Arrhythmia Database.
 *
 * <p>The ordinal is the label.
 */
public enum BeatClass {

    /** Normal, bundle branch block, and atrial and nodal escape beats. */
    N("NLRej"),

    /** Supraventricular premature beats: atrial, aberrated atrial, nodal. */
    S("AaJS"),

    /** Premature ventricular contractions and ventricular escape beats. */
    V("VE"),

    /** Fusions of a ventricular and a normal beat. */
    F("F"),

    /** Paced beats, fusions of a paced and a normal beat, and beats that cannot be classified. */
    Q("/fQ");

    private final String symbols;

    BeatClass(String symbols) {
        this.symbols = symbols;
    }

    /**
     * Returns the names of the classes.
     *
     * @return {@code N, S, V, F, Q}, in the order of the labels; unmodifiable
     */
    public static List<String> names() {
        return Arrays.stream(values()).map(BeatClass::name).toList();
    }

    /**
     * Finds the class of an annotated beat.
     *
     * @param symbol the symbol of an annotation
     * @return the class, or nothing if the annotation does not mark a beat
     */
    public static Optional<BeatClass> ofSymbol(char symbol) {
        return Arrays.stream(values())
                .filter(beatClass -> beatClass.symbols.indexOf(symbol) >= 0)
                .findFirst();
    }
}

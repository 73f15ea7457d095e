package org.robustest.reference.twelvelead;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The nine classes of CPSC2018 (Liu et al., J. Med. Imaging Health Inform. 8(7), 2018).
 *
 * <p>The ordinal is the label of samples; the tables of the challenge count from 1.
 */
public enum Diagnosis {
    /** Normal sinus rhythm. */
    NORMAL("Normal", "426783006", "NSR", "SNR"),
    /** Atrial fibrillation. */
    AF("AF", "164889003"),
    /** First-degree atrioventricular block. */
    I_AVB("I-AVB", "270492004", "IAVB", "1AVB"),
    /** Left bundle branch block. */
    LBBB("LBBB", "164909002", "733534002", "CLBBB"),
    /** Right bundle branch block. */
    RBBB("RBBB", "59118001", "713427006", "CRBBB"),
    /** Premature atrial contraction. */
    PAC("PAC", "284470004"),
    /** Premature ventricular contraction. */
    PVC("PVC", "427172004", "164884008", "VEB"),
    /** ST-segment depression. */
    STD("STD", "429622005"),
    /** ST-segment elevation. */
    STE("STE", "164931005");

    private final String label;
    private final Set<String> otherNames;

    Diagnosis(String label, String... otherNames) {
        this.label = label;
        this.otherNames = Set.of(otherNames);
    }

    /**
     * Returns the names of the classes.
     *
     * @return {@code Normal, AF, I-AVB, LBBB, RBBB, PAC, PVC, STD, STE}, in the order of the labels; unmodifiable
     */
    public static List<String> names() {
        return Arrays.stream(values()).map(Diagnosis::toString).toList();
    }

    /**
     * Finds a class by the number that stands for it in {@code REFERENCE.csv}.
     *
     * @param number the number
     * @return the class, if the number is from 1 to 9
     */
    public static Optional<Diagnosis> ofNumber(int number) {
        return number >= 1 && number <= values().length ? Optional.of(values()[number - 1]) : Optional.empty();
    }

    /**
     * Finds a class by what stands after {@code #Dx:} in the header of a record.
     *
     * @param statement a name such as {@code I-AVB}, or a SNOMED CT code that the PhysioNet/CinC Challenges 2020 and 2021
     *     use for the class or for its complete form, such as {@code 270492004}
     * @return the class, if the statement is one of the nine
     */
    public static Optional<Diagnosis> ofStatement(String statement) {
        return Arrays.stream(values())
                .filter(diagnosis -> diagnosis.label.equals(statement) || diagnosis.otherNames.contains(statement))
                .findFirst();
    }

    /** Returns the name, such as {@code I-AVB}. */
    @Override
    public String toString() {
        return label;
    }
}

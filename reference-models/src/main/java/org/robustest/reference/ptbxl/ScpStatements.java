package org.robustest.reference.ptbxl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.robustest.reference.twelvelead.Diagnosis;

/**
 * The statements of one record by SCP-ECG code, as the table of PTB-XL writes them: {@code {'NORM': 100.0, 'SR': 0.0}}.
 *
 * @param likelihoods how likely each is, in percent; 0 where that is not known; unmodifiable
 */
record ScpStatements(Map<String, Double> likelihoods) {

    private static final Pattern STATEMENT = Pattern.compile("'([^']+)'\\s*:\\s*([0-9]{1,3}(?:\\.[0-9]*)?)");
    private static final Map<String, Diagnosis> DIAGNOSES = Map.of(
            "AFIB", Diagnosis.AF,
            "1AVB", Diagnosis.I_AVB,
            "CLBBB", Diagnosis.LBBB,
            "CRBBB", Diagnosis.RBBB,
            "PAC", Diagnosis.PAC,
            "PVC", Diagnosis.PVC,
            "STD_", Diagnosis.STD,
            "STE_", Diagnosis.STE);
    private static final String NORMAL = "NORM";
    private static final String SINUS_RHYTHM = "SR";

    ScpStatements {
        likelihoods = Map.copyOf(likelihoods);
    }

    static ScpStatements of(String text) {
        Map<String, Double> likelihoods = new TreeMap<>();
        Matcher matcher = STATEMENT.matcher(text);
        while (matcher.find()) {
            likelihoods.put(matcher.group(1), Double.valueOf(matcher.group(2)));
        }
        return new ScpStatements(likelihoods);
    }

    /** A record is normal if that is certain and nothing else is said but that the rhythm is the sinus's. */
    List<Diagnosis> diagnoses() {
        List<Diagnosis> diagnoses = new ArrayList<>();
        likelihoods.keySet().stream()
                .flatMap(code -> Optional.ofNullable(DIAGNOSES.get(code)).stream())
                .sorted()
                .forEach(diagnoses::add);
        boolean nothingElse =
                likelihoods.keySet().stream().allMatch(code -> code.equals(NORMAL) || code.equals(SINUS_RHYTHM));
        if (nothingElse && likelihoods.getOrDefault(NORMAL, 0.0) == 100) {
            diagnoses.add(Diagnosis.NORMAL);
        }
        return diagnoses;
    }
}

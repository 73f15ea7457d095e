package org.robustest.jqwik;

import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.JqwikException;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.perturbation.Perturbations;

/** The text of {@link Within}. */
final class SetExpression {

    private static final Map<String, DoubleFunction<PerturbationSet>> SETS = Map.of(
            "linf", Perturbations::linf,
            "l2", Perturbations::l2,
            "l1", Perturbations::l1,
            "smooth", Perturbations::smooth);
    private static final String NUMBER = "\\s*([-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?)\\s*";
    private static final Pattern SET =
            Pattern.compile("\\s*(\\w+)\\(" + NUMBER + "\\)\\s*(?:\\.within\\(" + NUMBER + "," + NUMBER + "\\)\\s*)?");

    private SetExpression() {}

    /** Returns the set that an expression makes; none if it looks like the name of a method. */
    static Optional<PerturbationSet> parse(String text) {
        if (text.matches("\\w+")) {
            return Optional.empty();
        }
        Matcher matcher = SET.matcher(text);
        if (!matcher.matches()) {
            throw refusal(text, "");
        }
        DoubleFunction<PerturbationSet> sets = SETS.get(matcher.group(1));
        if (sets == null) {
            throw refusal(text, "");
        }
        try {
            PerturbationSet set = sets.apply(Double.parseDouble(matcher.group(2)));
            return Optional.of(
                    matcher.group(3) == null
                            ? set
                            : set.within(Double.parseDouble(matcher.group(3)), Double.parseDouble(matcher.group(4))));
        } catch (IllegalArgumentException e) {
            throw refusal(text, ": " + e.getMessage());
        }
    }

    private static JqwikException refusal(String text, String reason) {
        return new JqwikException("@Within(\"" + text + "\") is no perturbation set" + reason
                + "; write linf(0.02), l2(0.5), l1(3) or smooth(0.02), with .within(0, 1) if you like, or the name of a"
                + " static method that returns a PerturbationSet");
    }
}

package org.robustest.benchmarks.commandline;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The options of a command: {@code --name value}, each at most once. Immutable. */
public final class Options {

    private final Map<String, String> values;

    private Options(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /**
     * Reads options.
     *
     * @param arguments what stands after the command
     * @param known the options that the command has, such as {@code --runs}
     * @return the options given
     * @throws UsageException if an option is not known, has no value, or is given twice
     */
    public static Options parse(List<String> arguments, List<String> known) {
        Deque<String> rest = new ArrayDeque<>(arguments);
        Map<String, String> values = new HashMap<>();
        while (!rest.isEmpty()) {
            String name = rest.remove();
            if (!known.contains(name)) {
                throw new UsageException("there is no option \"" + name + "\" here; the options are " + known);
            }
            if (rest.isEmpty()) {
                throw new UsageException("option " + name + " needs a value");
            }
            if (values.put(name, rest.remove()) != null) {
                throw new UsageException("option " + name + " is given twice");
            }
        }
        return new Options(values);
    }

    /**
     * Returns the value of an option.
     *
     * @param name the option
     * @return its value, if it was given
     */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /**
     * Returns the value of an option that counts something.
     *
     * @param name the option
     * @param least the smallest value that makes sense
     * @param otherwise the value if the option was not given
     * @return the value
     * @throws UsageException if it is not a whole number from {@code least} on
     */
    public int count(String name, int least, int otherwise) {
        return text(name).map(value -> count(name, least, value)).orElse(otherwise);
    }

    private static int count(String name, int least, String value) {
        try {
            int count = Integer.parseInt(value);
            if (count >= least) {
                return count;
            }
        } catch (NumberFormatException e) {
            throw new UsageException(needs(name, "a whole number", value), e);
        }
        throw new UsageException(needs(name, "a whole number from " + least + " on", value));
    }

    /**
     * Returns the values of an option that takes positive numbers, separated by commas.
     *
     * @param name the option
     * @param otherwise the values if the option was not given
     * @return the values
     * @throws UsageException if one of them is not a positive number
     */
    public List<Double> numbers(String name, List<Double> otherwise) {
        return list(name, text -> number(name, text)).orElse(otherwise);
    }

    private static double number(String name, String text) {
        try {
            double number = Double.parseDouble(text);
            if (number > 0 && Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new UsageException(needs(name, "numbers separated by commas", text), e);
        }
        throw new UsageException(needs(name, "positive numbers", text));
    }

    /**
     * Returns the values of an option that chooses among names, separated by commas.
     *
     * @param name the option
     * @param choices what there is to choose from; {@code toString} gives the name of each
     * @param <T> what is chosen
     * @return the values chosen, all if the option was not given
     * @throws UsageException if a name is not among the choices
     */
    public <T> List<T> choices(String name, Collection<T> choices) {
        return list(name, text -> choice(name, text, choices)).orElse(List.copyOf(choices));
    }

    private static <T> T choice(String name, String text, Collection<T> choices) {
        return choices.stream()
                .filter(choice -> choice.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new UsageException(needs(name, "names from " + choices, text)));
    }

    private <T> Optional<List<T>> list(String name, Function<String, T> element) {
        return text(name)
                .map(values -> Arrays.stream(values.split(",", -1)).map(element).toList());
    }

    private static String needs(String name, String what, String found) {
        return "option " + name + " needs " + what + ", but it was \"" + found + '"';
    }
}

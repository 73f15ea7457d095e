package org.robustest.reference.recipe;

import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The options of a command: {@code --name value}, each at most once. */
record Options(Map<String, String> values) {

    static Options parse(Deque<String> arguments, List<String> known) {
        Map<String, String> values = new HashMap<>();
        while (!arguments.isEmpty()) {
            String name = arguments.remove();
            if (!known.contains(name)) {
                throw new UsageException("there is no option \"" + name + "\" here");
            }
            if (arguments.isEmpty()) {
                throw new UsageException("option " + name + " needs a value");
            }
            if (values.put(name, arguments.remove()) != null) {
                throw new UsageException("option " + name + " is given twice");
            }
        }
        return new Options(values);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    Optional<Long> number(String name) {
        return text(name).map(value -> {
            try {
                return Long.valueOf(value);
            } catch (NumberFormatException e) {
                throw new UsageException("option " + name + " needs a whole number, but it was \"" + value + '"', e);
            }
        });
    }

    Optional<Integer> count(String name) {
        return number(name).map(value -> {
            if (value < 1 || value > Integer.MAX_VALUE) {
                throw new UsageException(
                        "option " + name + " needs a number from 1 to " + Integer.MAX_VALUE + ", but it was " + value);
            }
            return value.intValue();
        });
    }
}

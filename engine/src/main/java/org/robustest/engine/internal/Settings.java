package org.robustest.engine.internal;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.ConfigurationParameters;
import org.robustest.store.CounterexampleKeys;

/**
 * What the configuration parameters say.
 *
 * @param seed the seed of every search
 * @param budget how many seconds each test may take, if that is bounded
 * @param threads how many threads each test may use
 * @param mode how much is searched
 * @param counterexamples what becomes of counterexamples
 * @param stored where those are that are replayed, by class
 * @param found where those go that are found, by class
 * @param limit how many counterexamples of a test are written at most
 * @param baseline what is done with baselines
 * @param baselines where they are, by class
 * @param inconclusive what an inconclusive test is reported as
 * @param verbosity how much is printed
 * @param report where the report of the run is written, if it is
 */
record Settings(
        long seed,
        OptionalDouble budget,
        int threads,
        Mode mode,
        Keeping counterexamples,
        Path stored,
        Path found,
        int limit,
        Ratchet baseline,
        Path baselines,
        Inconclusive inconclusive,
        Verbosity verbosity,
        Optional<Path> report) {

    private static final String TEST_RESOURCES = "src/test/resources";

    static Settings of(ConfigurationParameters parameters) {
        Values values = new Values(parameters);
        values.get(Setting.PARALLEL, "false", "true or false", Settings::truth);
        int processors = isParallel(parameters) ? 1 : Runtime.getRuntime().availableProcessors();
        return new Settings(
                values.get(Setting.SEED, "0", "a whole number", Long::parseLong),
                values.get(
                        Setting.BUDGET, "unlimited", "a number of seconds, positive, or unlimited", Settings::seconds),
                values.get(
                        Setting.THREADS,
                        Integer.toString(processors),
                        "a whole number, at least 1",
                        Settings::positive),
                values.oneOf(Setting.MODE, Mode.DEFAULT, Mode.class),
                values.oneOf(Setting.COUNTEREXAMPLES, Keeping.FIND, Keeping.class),
                values.get(Setting.COUNTEREXAMPLES_FOLDER, CounterexampleKeys.USUAL_STORED, "a path", Path::of),
                values.get(Setting.COUNTEREXAMPLES_FOUND, CounterexampleKeys.USUAL_FOUND, "a path", Path::of),
                values.get(Setting.COUNTEREXAMPLES_LIMIT, "100", "a whole number, at least 1", Settings::positive),
                values.oneOf(Setting.BASELINE, Ratchet.COMPARE, Ratchet.class),
                values.get(Setting.BASELINE_FOLDER, TEST_RESOURCES, "a path", Path::of),
                values.oneOf(Setting.INCONCLUSIVE, Inconclusive.FAIL, Inconclusive.class),
                values.oneOf(Setting.VERBOSITY, Verbosity.NORMAL, Verbosity.class),
                report(values));
    }

    static boolean isParallel(ConfigurationParameters parameters) {
        return parameters
                .get(Setting.PARALLEL.key())
                .filter("true"::equalsIgnoreCase)
                .isPresent();
    }

    private static boolean truth(String text) {
        if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
            throw new IllegalArgumentException("neither");
        }
        return Boolean.parseBoolean(text);
    }

    private static Optional<Path> report(Values values) {
        Path folder = values.get(Setting.REPORT_FOLDER, "target/robustest", "a path", Path::of);
        return values.oneOf(Setting.REPORT, Reporting.WRITE, Reporting.class) == Reporting.OFF
                ? Optional.empty()
                : Optional.of(folder);
    }

    private static OptionalDouble seconds(String text) {
        if (text.equals("unlimited")) {
            return OptionalDouble.empty();
        }
        double seconds = Double.parseDouble(text);
        if (!(seconds > 0 && Double.isFinite(seconds))) {
            throw new NumberFormatException("not positive");
        }
        return OptionalDouble.of(seconds);
    }

    private static int positive(String text) {
        int number = Integer.parseInt(text);
        if (number < 1) {
            throw new NumberFormatException("below 1");
        }
        return number;
    }

    /** The parameters, each of which has to be what it is asked for. */
    private record Values(ConfigurationParameters parameters) {

        <T> T get(Setting setting, String usual, String expected, Function<String, T> parser) {
            String text = parameters.get(setting.key()).orElse(usual);
            try {
                return parser.apply(text.strip());
            } catch (IllegalArgumentException e) {
                throw new JUnitException(
                        "the configuration parameter " + setting.key() + " must be " + expected + ", but it is \""
                                + text + "\"",
                        e);
            }
        }

        <E extends Enum<E>> E oneOf(Setting setting, E usual, Class<E> values) {
            String names = Arrays.stream(values.getEnumConstants())
                    .map(value -> value.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));
            return get(
                    setting,
                    usual.name(),
                    "one of " + names,
                    text -> Enum.valueOf(values, text.toUpperCase(Locale.ROOT)));
        }
    }
}

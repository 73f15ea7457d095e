package org.robustest.reference.recipe;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.deeplearning4j.nn.api.Model;
import org.robustest.reference.data.DamagedFileException;
import org.robustest.reference.data.DataFolder;
import org.robustest.reference.data.MissingDataException;
import org.robustest.reference.model.ReferenceModel;
import org.robustest.reference.model.ReferenceModels;
import org.robustest.reference.model.Split;

/** The command {@code models}: lists the reference models, makes one again, or evaluates one. */
public final class ModelsCommand {

    private static final String USAGE = """
            usage: models list
                   models train NAME [--data DIR] [--split SPLIT] [--seed N] [--steps N] [--out FILE] [--checkpoints DIR]
                   models evaluate NAME [--data DIR] [--split SPLIT] [--weights FILE] [--per-class N] [--compare FILE] [--record DOCS]
                   models cards [--docs DOCS]

            train     makes the model again, and says whether its weights equal those that are shipped;
                      with --checkpoints, a training that was stopped goes on
            evaluate  prints the figures of the model's card, for every split whose weights are shipped;
                      with --compare, fails and tells the lines that differ from those of a file, DOCS/models/NAME.tsv;
                      with --record, writes that file and does what cards does
            cards     writes the figures of these files into the model cards and into the page that compares the models

            DIR is the folder that holds the data set; SPLIT is by-beat or inter-patient for mitbih, first-fold to fifth-fold
            for cpsc2018;
            FILE by default target/models/NAME.zip for train, and the weights that are shipped for evaluate;
            DOCS is the folder of the documentation, docs by default""";

    private final PrintStream out;

    ModelsCommand(PrintStream out) {
        this.out = out;
    }

    /**
     * Runs the command and ends the JVM: with 0, with 1 if it failed, or with 2 if it was called wrongly.
     *
     * @param arguments what stands after {@code models}
     */
    public static void main(String[] arguments) {
        System.exit(new ModelsCommand(System.out).call(List.of(arguments), System.err));
    }

    /** Runs the command, tells of what a user can mend by its message alone, and returns the status for the JVM to end with. */
    int call(List<String> arguments, PrintStream problems) {
        try {
            run(new ArrayDeque<>(arguments));
            return 0;
        } catch (UsageException e) {
            problems.println("models: " + e.getMessage() + "\n\n" + USAGE);
            return 2;
        } catch (DifferingFiguresException
                | MissingDataException
                | DamagedFileException
                | IllegalArgumentException
                | IOException
                | UncheckedIOException e) {
            problems.println("models: " + e.getMessage());
            return 1;
        }
    }

    void run(Deque<String> arguments) throws IOException {
        String verb = next(arguments, "a command");
        switch (verb) {
            case "list" -> list(arguments);
            case "train" -> train(arguments);
            case "evaluate" -> evaluate(arguments);
            case "cards" -> cards(Options.parse(arguments, List.of("--docs")));
            default -> throw new UsageException("there is no command \"" + verb + '"');
        }
    }

    private void list(Deque<String> arguments) {
        Options.parse(arguments, List.of());
        for (ReferenceModel<?> model : ReferenceModels.all()) {
            out.println(model.name() + "  " + model.description() + (model.isShipped() ? "" : " (not shipped)"));
        }
    }

    private void train(Deque<String> arguments) throws IOException {
        Recipe<?> recipe = recipe(arguments);
        train(
                recipe,
                Options.parse(arguments, List.of("--data", "--split", "--seed", "--steps", "--out", "--checkpoints")));
    }

    private <M extends Model> void train(Recipe<M> original, Options options) throws IOException {
        Recipe<M> recipe = original;
        recipe = options.number("--seed").map(recipe::withSeed).orElse(recipe);
        recipe = options.count("--steps").map(recipe::withSteps).orElse(recipe);
        recipe = split(recipe, options).map(recipe::withSplit).orElse(recipe);
        recipe = options.text("--checkpoints")
                .map(Path::of)
                .map(recipe::withCheckpoints)
                .orElse(recipe);
        ReferenceModel<M> known = recipe.model();
        Path file = Path.of(options.text("--out").orElse("target/models/" + known.fileName() + ".zip"));
        long start = System.nanoTime();
        M model = recipe.make(data(recipe, options), out::println);
        out.println("trained in " + TimeUnit.NANOSECONDS.toMinutes(System.nanoTime() - start) + " minutes");
        ModelFile.write(model, file);
        out.println("wrote " + file.toAbsolutePath());
        if (known.isShipped()) {
            boolean equal = Arrays.equals(
                    model.params().toFloatVector(), known.load().params().toFloatVector());
            out.println("the weights " + (equal ? "equal" : "differ from") + " those that are shipped");
        }
    }

    private void evaluate(Deque<String> arguments) throws IOException {
        Recipe<?> recipe = recipe(arguments);
        List<String> known = List.of("--data", "--split", "--weights", "--per-class", "--compare", "--record");
        Options options = Options.parse(arguments, known);
        boolean kept = options.text("--compare").isPresent()
                || options.text("--record").isPresent();
        if (kept && options.count("--per-class").isPresent()) {
            throw new UsageException("a card has the figures of all samples: leave out --per-class");
        }
        if (options.text("--record").isPresent() && options.text("--split").isPresent()) {
            throw new UsageException(
                    "a card has the figures of all splits whose weights are shipped: leave out --split");
        }
        Optional<Path> file = options.text("--compare").map(Path::of);
        Optional<Figures> expected = file.isPresent() ? Optional.of(Figures.read(file.get())) : Optional.empty();
        Figures measured = evaluate(recipe, options);
        if (expected.isPresent()) {
            compare(file.orElseThrow(), expected.get(), measured, split(recipe, options));
        }
        if (options.text("--record").isPresent()) {
            CardPages pages = new CardPages(Path.of(options.text("--record").orElseThrow()));
            measured.write(pages.fileOf(recipe.model().name()));
            renew(pages);
        }
    }

    private <M extends Model> Figures evaluate(Recipe<M> recipe, Options options) throws IOException {
        Optional<Path> weights = options.text("--weights").map(Path::of);
        int perClass = options.count("--per-class").orElse(Integer.MAX_VALUE);
        List<Recipe<M>> measurable = measurable(recipe, options, weights.isPresent());
        List<Figure> figures = new ArrayList<>();
        out.println(Figure.HEADER);
        for (Recipe<M> each : measurable) {
            M model = weights.isPresent()
                    ? each.model().load(weights.get())
                    : each.model().load();
            ModelEvaluation evaluation = new ModelEvaluation(
                    each.model(),
                    each.model().classifier(model),
                    each.testSamples(data(each, options)),
                    each.protocol(),
                    figure -> {
                        figures.add(figure);
                        out.println(figure.line());
                    });
            evaluation.measureClean(perClass);
            evaluation.measureNoise(perClass);
            evaluation.measureUniformNoise(perClass);
            evaluation.measureAttacks(perClass);
        }
        return new Figures(figures);
    }

    private static <M extends Model> List<Recipe<M>> measurable(
            Recipe<M> recipe, Options options, boolean withWeights) {
        List<Split> splits =
                split(recipe, options).map(List::of).orElse(recipe.model().splits());
        List<Recipe<M>> measurable = splits.stream()
                .map(recipe::withSplit)
                .filter(each -> withWeights || each.model().isShipped())
                .toList();
        if (measurable.isEmpty()) {
            throw new UsageException("no weights of " + recipe.model().name() + " are shipped for " + splits
                    + "; give yours with --weights FILE");
        }
        if (withWeights && measurable.size() > 1) {
            throw new UsageException("weights are of one split: say which of " + splits + " with --split");
        }
        return measurable;
    }

    /** Compares what was measured with a file, or with its figures of the one split that was asked for. */
    void compare(Path file, Figures expected, Figures measured, Optional<Split> split) {
        Figures comparable = split.map(Split::toString).map(expected::ofSplit).orElse(expected);
        List<String> differences = comparable.differences(measured);
        if (!differences.isEmpty()) {
            throw new DifferingFiguresException(file, differences);
        }
        out.println("these are the figures of " + file);
    }

    private void cards(Options options) throws IOException {
        renew(new CardPages(Path.of(options.text("--docs").orElse("docs"))));
    }

    private void renew(CardPages pages) throws IOException {
        for (Path page : pages.renew()) {
            out.println("wrote " + page);
        }
    }

    private static Optional<Split> split(Recipe<?> recipe, Options options) {
        return options.text("--split")
                .map(words -> recipe.model().splits().stream()
                        .filter(split -> split.toString().equals(words))
                        .findFirst()
                        .orElseThrow(() -> new UsageException("there is no split \"" + words + "\" of the data of "
                                + recipe.model().name() + "; the splits are "
                                + recipe.model().splits())));
    }

    private static Recipe<?> recipe(Deque<String> arguments) {
        String name = next(arguments, "the name of a model");
        return Recipe.all().stream()
                .filter(recipe -> recipe.model().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UsageException(
                        "there is no model \"" + name + "\"; the models are " + ReferenceModels.all()));
    }

    private static Path data(Recipe<?> recipe, Options options) {
        return options.text("--data").map(Path::of).orElseGet(() -> DataFolder.require(recipe.dataSet()));
    }

    private static String next(Deque<String> arguments, String meaning) {
        if (arguments.isEmpty()) {
            throw new UsageException(meaning + " is missing");
        }
        return arguments.remove();
    }
}

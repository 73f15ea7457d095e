package org.robustest.reference.recipe;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.deeplearning4j.nn.api.Model;
import org.robustest.reference.data.DataFolder;
import org.robustest.reference.data.MissingDataException;
import org.robustest.reference.model.ReferenceModel;
import org.robustest.reference.model.ReferenceModels;
import org.robustest.reference.wfdb.WfdbException;

/** The command {@code models}: lists the reference models, makes one again, or measures one. */
public final class ModelsCommand {

    private static final String USAGE = """
            usage: models list
                   models train NAME [--data DIR] [--seed N] [--steps N] [--out FILE]
                   models measure NAME [--data DIR]

            train    makes the model again, and says whether its weights equal those that are shipped
            measure  measures the model that is shipped

            DIR is the folder that holds the data set, FILE by default target/models/NAME.zip""";

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
        try {
            new ModelsCommand(System.out).run(new ArrayDeque<>(List.of(arguments)));
        } catch (UsageException e) {
            System.err.println("models: " + e.getMessage() + "\n\n" + USAGE);
            System.exit(2);
        } catch (MissingDataException | WfdbException | IOException e) {
            System.err.println("models: " + e.getMessage());
            System.exit(1);
        }
    }

    void run(Deque<String> arguments) throws IOException {
        String verb = next(arguments, "a command");
        switch (verb) {
            case "list" -> list(arguments);
            case "train" -> train(arguments);
            case "measure" -> measure(arguments);
            default -> throw new UsageException("there is no command \"" + verb + '"');
        }
    }

    private void list(Deque<String> arguments) {
        Options.parse(arguments, List.of());
        for (ReferenceModel<?> model : ReferenceModels.all()) {
            out.println(model.name() + "  " + model.description());
        }
    }

    private void train(Deque<String> arguments) throws IOException {
        Recipe<?> recipe = recipe(arguments);
        train(recipe, Options.parse(arguments, List.of("--data", "--seed", "--steps", "--out")));
    }

    private <M extends Model> void train(Recipe<M> original, Options options) throws IOException {
        Recipe<M> seeded = options.number("--seed").map(original::withSeed).orElse(original);
        Recipe<M> recipe = options.count("--steps").map(seeded::withSteps).orElse(seeded);
        ReferenceModel<M> shipped = recipe.model();
        Path file = Path.of(options.text("--out").orElse("target/models/" + shipped.name() + ".zip"));
        Path data = data(recipe, options);
        M model = recipe.make(data, out::println);
        ModelFile.write(model, file);
        out.println("wrote " + file.toAbsolutePath());
        if (shipped.isShipped()) {
            boolean equal = Arrays.equals(
                    model.params().toFloatVector(), shipped.load().params().toFloatVector());
            out.println("the weights " + (equal ? "equal" : "differ from") + " those that are shipped");
        }
        recipe.measure(model, data).forEach(out::println);
    }

    private void measure(Deque<String> arguments) {
        Recipe<?> recipe = recipe(arguments);
        measure(recipe, Options.parse(arguments, List.of("--data")));
    }

    private <M extends Model> void measure(Recipe<M> recipe, Options options) {
        recipe.measure(recipe.model().load(), data(recipe, options)).forEach(out::println);
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

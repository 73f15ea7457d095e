package org.robustest.reference.recipe;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.deeplearning4j.nn.api.Model;
import org.robustest.reference.model.ReferenceModel;

/**
 * How one reference model is made from data and a seed, and measured. Immutable.
 *
 * @param <M> the type of DL4J that runs it
 */
public interface Recipe<M extends Model> {

    /**
     * Returns the recipes of all reference models.
     *
     * @return the recipes; unmodifiable
     */
    static List<Recipe<?>> all() {
        return List.of(
                MitBihRecipe.mlp(),
                MitBihRecipe.mlpNsr(),
                MitBihRecipe.cnn(),
                MitBihRecipe.cnnNsr(),
                Cpsc2018Recipe.residual(),
                Cpsc2018Recipe.residualNsr());
    }

    /**
     * Returns the model that is made.
     *
     * @return what there is to know about it
     */
    ReferenceModel<M> model();

    /**
     * Returns the name of the data set that is needed.
     *
     * @return the name of its folder, such as {@code mitdb}
     */
    String dataSet();

    /**
     * Returns this recipe with another seed.
     *
     * @param seed the seed of the first weights and of the order of the samples
     * @return the recipe
     */
    Recipe<M> withSeed(long seed);

    /**
     * Returns this recipe with another length.
     *
     * @param steps the number of batches, at least 1
     * @return the recipe
     * @throws IllegalArgumentException if {@code steps} is below 1
     */
    Recipe<M> withSteps(int steps);

    /**
     * Makes the model.
     *
     * @param data the folder of the data set, or the one in which it stands
     * @param log receives lines of progress
     * @return the model, trained
     * @throws org.robustest.reference.data.MissingDataException if a file of the data set is missing
     * @throws org.robustest.reference.wfdb.WfdbException if a file of the data set is damaged
     */
    M make(Path data, Consumer<String> log);

    /**
     * Measures a model of this kind on samples it was not made from.
     *
     * @param model a model that {@link #make} returned, or that was loaded
     * @param data the folder of the data set, or the one in which it stands
     * @return one line a figure
     * @throws org.robustest.reference.data.MissingDataException if a file of the data set is missing
     * @throws org.robustest.reference.wfdb.WfdbException if a file of the data set is damaged
     */
    List<String> measure(M model, Path data);
}

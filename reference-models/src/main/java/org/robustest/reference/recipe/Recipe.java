package org.robustest.reference.recipe;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.deeplearning4j.nn.api.Model;
import org.robustest.reference.model.ReferenceModel;
import org.robustest.reference.model.Split;
import org.robustest.reference.model.TrainingMethod;
import org.robustest.samples.Samples;

/**
 * How one reference model is made from data and a seed, and on what it is measured. Immutable.
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
        List<Recipe<?>> all = new ArrayList<>();
        for (TrainingMethod method : TrainingMethod.values()) {
            all.add(MitBihRecipe.mlp(method));
        }
        for (TrainingMethod method : TrainingMethod.values()) {
            all.add(MitBihRecipe.cnn(method));
        }
        all.add(Cpsc2018Recipe.residual());
        all.add(Cpsc2018Recipe.residualNsr());
        all.add(Cpsc2018Recipe.residualAdversarial());
        return List.copyOf(all);
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
     * Returns this recipe for another split of the data set.
     *
     * @param split whose training part to learn
     * @return the recipe
     * @throws IllegalArgumentException if the data set is not split that way
     */
    Recipe<M> withSplit(Split split);

    /**
     * Returns this recipe with checkpoints: if the process is killed, make the model again and it goes on from there.
     *
     * @param folder where the state of the training is kept
     * @return the recipe
     */
    Recipe<M> withCheckpoints(Path folder);

    /**
     * Makes the model.
     *
     * @param data the folder of the data set, or the one in which it stands
     * @param log receives lines of progress
     * @return the model, trained
     * @throws org.robustest.reference.data.MissingDataException if a file of the data set is missing
     * @throws org.robustest.reference.data.DamagedFileException if a file of the data set is damaged
     */
    M make(Path data, Consumer<String> log);

    /**
     * Returns the samples on which the model is measured.
     *
     * @param data the folder of the data set, or the one in which it stands
     * @return the test part of the split
     * @throws org.robustest.reference.data.MissingDataException if a file of the data set is missing
     * @throws org.robustest.reference.data.DamagedFileException if a file of the data set is damaged
     */
    Samples testSamples(Path data);

    /**
     * Returns how the model is measured.
     *
     * @return noise levels and attacks
     */
    Protocol protocol();
}

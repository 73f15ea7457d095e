package org.robustest.training;

import java.util.Collection;
import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.updater.BaseMultiLayerUpdater;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.robustest.dl4j.ImportedNetwork;
import org.robustest.dl4j.ModelDerivatives;
import org.robustest.samples.Shape;

/** A DL4J model in training, whichever class it is of. */
interface TrainableModel {

    /** The user's own object. */
    Model model();

    /** Whether it has parameters. */
    boolean isInitialized();

    /**
     * Imports the model.
     *
     * @throws org.robustest.dl4j.ModelImportException if it cannot be imported
     */
    ImportedNetwork imported(Shape inputShape);

    /**
     * Prepares for the derivatives by DL4J.
     *
     * @throws org.robustest.dl4j.ModelImportException if DL4J cannot differentiate it
     */
    ModelDerivatives derivatives(Shape inputShape);

    /** The layers with the names that DL4J gives them in gradients. */
    List<NamedLayer> layers();

    /** What is configured for the model as a whole. */
    NeuralNetConfiguration settings();

    /** The updater that the model was configured with, in the state that it has. */
    BaseMultiLayerUpdater<?> updater();

    /** Makes sure that there is memory for gradients. */
    void initGradients();

    Collection<TrainingListener> listeners();

    /** Gives the model the batch of a step, which listeners look for there. */
    void setBatch(INDArray inputs, INDArray labels);

    int iteration();

    int epoch();

    void setIteration(int iteration);

    /** Sets the count of epochs, of the model and its layers. */
    void setEpoch(int epoch);

    /** What the model is configured with, as text, without the counts of iterations and epochs. */
    String configuration();

    /** Leaves the counts out of a configuration in JSON. */
    static String withoutCounts(String json) {
        return json.replaceAll("\"(iterationCount|epochCount)\" *: *[0-9]+", "");
    }

    void endEpoch();

    void setScore(double score);

    /** What L1 and L2 regularization add to the loss. */
    double regularization();

    /** A layer and its name. */
    record NamedLayer(String name, Layer layer) {

        /** What the layer is configured with; where two run in both directions, what each of them is. */
        NeuralNetConfiguration settings() {
            NeuralNetConfiguration settings = layer.conf();
            if (settings.getLayer() instanceof Bidirectional both) {
                settings = settings.clone();
                settings.setLayer(both.getFwd());
            }
            return settings;
        }
    }
}

package org.robustest.benchmarks.model;

import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import org.deeplearning4j.nn.api.Model;
import org.robustest.network.Network;
import org.robustest.samples.Shape;

/** A model that is measured: small enough for a laptop, and of a kind that ECGs are classified by. */
public enum BenchmarkModel {

    /** The MLP of Ma and Liang (arXiv:2110.09759) for beats: 187-128-128-128-32-5. */
    MLP(Shape.of(Mlp.INPUTS), Mlp.CLASSES, Mlp::create, Mlp::network),

    /** The residual CNN of Ma and Liang for beats: a convolution, five blocks of two, two dense layers. */
    CNN(Shape.of(1, ResidualCnn.LENGTH), ResidualCnn.CLASSES, ResidualCnn::create, ResidualCnn::network),

    /** A residual network for 30 s of eight leads at 125 Hz. */
    ECG12(
            Shape.of(TwelveLeadResNet.LEADS, TwelveLeadResNet.LENGTH),
            TwelveLeadResNet.CLASSES,
            TwelveLeadResNet::create,
            TwelveLeadResNet::network);

    private final Shape inputShape;
    private final int classCount;
    private final Supplier<Model> creator;
    private final Function<ModelParameters, Network> networkCreator;

    BenchmarkModel(
            Shape inputShape,
            int classCount,
            Supplier<Model> creator,
            Function<ModelParameters, Network> networkCreator) {
        this.inputShape = inputShape;
        this.classCount = classCount;
        this.creator = creator;
        this.networkCreator = networkCreator;
    }

    /**
     * Returns the shape of one input.
     *
     * @return the shape, without the batch dimension
     */
    public Shape inputShape() {
        return inputShape;
    }

    /**
     * Returns the number of classes.
     *
     * @return the number of logits of one input
     */
    public int classCount() {
        return classCount;
    }

    /**
     * Creates the model with random weights. Its outputs are the logits.
     *
     * @return a model of its own for every call, always with the same weights
     */
    public Model create() {
        return creator.get();
    }

    /**
     * Makes the same model as a network of Robustest.
     *
     * @param parameters the parameters of the model
     * @return the network
     */
    public Network network(ModelParameters parameters) {
        return networkCreator.apply(parameters);
    }

    /** Returns the name by which the model is chosen. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

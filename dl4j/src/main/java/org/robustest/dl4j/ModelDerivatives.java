package org.robustest.dl4j;

import java.util.Arrays;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.random.RandomStream;
import org.robustest.samples.Shape;

/**
 * The derivatives of a model that cannot be {@linkplain ImportedNetwork imported}, with respect to its input and its parameters,
 * by DL4J's own layers. They are those of a copy of the model in double precision, as it is in inference, so that differences
 * of them can be taken. Of the parameters, those of batch normalisation have no gradient. Many times slower than the derivatives of an imported network. Not safe for use by several threads at
 * once.
 */
public final class ModelDerivatives {

    private static final double CHECK_STEP = 1e-6;
    private static final double CHECK_TOLERANCE = 1e-4;
    private static final int CHECK_INPUTS = 4;

    private final ModelGraph graph;
    private final GraphRun run;
    private final ModelOutput original;
    private final Dl4jClassifier classifier;

    private ModelDerivatives(OriginalModel model, Shape inputShape) {
        this.graph = model.graph();
        this.run = new GraphRun(graph);
        this.original = ModelOutput.of(model, InputShape.of(graph, inputShape));
        this.classifier = new Dl4jClassifier(graph, model.outputActivation(), original, "it is being trained");
    }

    /**
     * Prepares for the derivatives of a model.
     *
     * @param model an initialized model, which is copied
     * @param inputShape the shape of one input, as by {@link ImportedNetwork#of(MultiLayerNetwork, Shape)}
     * @return its derivatives
     * @throws ModelImportException if DL4J cannot run the model, or computes wrong gradients of it
     */
    public static ModelDerivatives of(MultiLayerNetwork model, Shape inputShape) {
        MultiLayerNetwork copy = model.clone().convertDataType(DataType.DOUBLE);
        return checked(new ModelDerivatives(OriginalModel.of(copy), inputShape));
    }

    /**
     * Prepares for the derivatives of a graph.
     *
     * @param model an initialized graph with one input and one output, which is copied
     * @param inputShape the shape of one input, as by {@link #of(MultiLayerNetwork, Shape)}
     * @return its derivatives
     * @throws ModelImportException if DL4J cannot run the graph, or computes wrong gradients of it
     */
    public static ModelDerivatives of(ComputationGraph model, Shape inputShape) {
        ComputationGraph copy = model.clone().convertDataType(DataType.DOUBLE);
        return checked(new ModelDerivatives(OriginalModel.of(copy), inputShape));
    }

    /**
     * Returns the shape of one input.
     *
     * @return the shape, without the batch dimension
     */
    public Shape inputShape() {
        return original.inputShape();
    }

    /**
     * Returns the number of classes.
     *
     * @return the number of logits of one input
     */
    public int classCount() {
        return original.classCount();
    }

    /**
     * Returns the parameters.
     *
     * @return all parameters in the order of the model's {@code params()}
     */
    public double[] parameters() {
        return graph.parameters().dup().data().asDouble();
    }

    /**
     * Moves on to other parameters.
     *
     * @param parameters all parameters in the order of the model's {@code params()}
     */
    public void setParameters(double[] parameters) {
        graph.parameters()
                .assign(Nd4j.createFromArray(parameters)
                        .reshape(graph.parameters().shape()));
    }

    /**
     * Returns the model as a classifier.
     *
     * @return the model at the present parameters, also after they have changed
     */
    public DifferentiableClassifier classifier() {
        return new InTraining(classifier);
    }

    /**
     * Computes logits.
     *
     * @param inputs the inputs, row-major {@code [N, C, L]}
     * @param count the number of inputs N, at least 1
     * @return the logits, row-major {@code [N, K]}
     */
    public double[] logits(double[] inputs, int count) {
        return logits(forward(inputs, count), count);
    }

    /**
     * Computes the products {@code uᵀ ∂z/∂x} of cotangents u with the derivatives of the logits z, and adds {@code Σ uᵀ ∂z/∂θ}.
     *
     * @param inputs the inputs x, row-major {@code [N, C, L]}
     * @param count the number of inputs N, at least 1
     * @param cotangents the cotangents u, row-major {@code [N, K]}
     * @param parameterGradients receives the sum over the inputs, added to what it holds, in the order of {@link #parameters}
     * @return the input gradients, row-major {@code [N, C, L]}
     */
    public double[] gradients(double[] inputs, int count, double[] cotangents, double[] parameterGradients) {
        INDArray values = forward(inputs, count);
        graph.gradients().assign(0);
        INDArray inputGradients =
                run.backward(Nd4j.createFromArray(inFront(cotangents, count)).reshape(values.shape()));
        double[] gradients = graph.gradients().data().asDouble();
        for (int i = 0; i < gradients.length; i++) {
            parameterGradients[i] += gradients[i];
        }
        return doubles(inputGradients);
    }

    private INDArray forward(double[] inputs, int count) {
        return run.forward(
                Nd4j.createFromArray(Arrays.copyOf(inputs, count * inputShape().size()))
                        .reshape('c', Batches.dimensions(count, inputShape())));
    }

    private static double[] doubles(INDArray array) {
        return array.castTo(DataType.DOUBLE).dup('c').data().asDouble();
    }

    /** Puts a logit 0 in front of the one of a model that gives the probability of the second of two classes. */
    private double[] logits(INDArray values, int count) {
        double[] found = doubles(values);
        if (original.outputCount() == classCount()) {
            return found;
        }
        double[] logits = new double[2 * count];
        for (int i = 0; i < count; i++) {
            logits[2 * i + 1] = found[i];
        }
        return logits;
    }

    /** The transpose of {@link #logits(INDArray, int)}. */
    private double[] inFront(double[] cotangents, int count) {
        if (original.outputCount() == classCount()) {
            return cotangents;
        }
        double[] ofSecond = new double[count];
        for (int i = 0; i < count; i++) {
            ofSecond[i] = cotangents[2 * i + 1];
        }
        return ofSecond;
    }

    private static ModelDerivatives checked(ModelDerivatives derivatives) {
        GradientCheck.disagreement(derivatives.classifier).ifPresent(ModelDerivatives::refuse);
        derivatives.checkParameterGradients();
        return derivatives;
    }

    private static void refuse(String disagreement) {
        throw new ModelImportException(
                "the model cannot be imported, and the gradients that DL4J computes of it are wrong: " + disagreement);
    }

    /** Compares them along a random direction of the parameters with central differences. */
    private void checkParameterGradients() {
        RandomStream random = RandomStream.of(0, "parameter gradients");
        double[] inputs = draw(random, CHECK_INPUTS * inputShape().size());
        double[] cotangents = draw(random, CHECK_INPUTS * classCount());
        double[] parameters = parameters();
        double[] direction = draw(random, parameters.length);
        clearConstants(direction);
        double[] gradients = new double[parameters.length];
        gradients(inputs, CHECK_INPUTS, cotangents, gradients);
        double found = product(gradients, direction);
        double expected = (valueAt(parameters, direction, CHECK_STEP, inputs, cotangents)
                        - valueAt(parameters, direction, -CHECK_STEP, inputs, cotangents))
                / (2 * CHECK_STEP);
        setParameters(parameters);
        if (!(Math.abs(found - expected) <= CHECK_TOLERANCE * (1 + Math.abs(expected)))) {
            refuse("along a random direction of the parameters the derivative is " + found + " by DL4J and " + expected
                    + " by central differences");
        }
    }

    /** What batch normalisation has learned is constant in inference, and DL4J has no gradient of it there. */
    private void clearConstants(double[] direction) {
        int at = 0;
        for (ModelVertex vertex : graph.vertices()) {
            int count = vertex instanceof ModelVertex.OfLayer layer
                    ? (int) layer.layer().numParams()
                    : 0;
            if (vertex instanceof ModelVertex.OfLayer layer && layer.configuration() instanceof BatchNormalization) {
                Arrays.fill(direction, at, at + count, 0);
            }
            at += count;
        }
    }

    private double valueAt(double[] parameters, double[] direction, double step, double[] inputs, double[] cotangents) {
        double[] moved = parameters.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += step * direction[i];
        }
        setParameters(moved);
        return product(logits(inputs, CHECK_INPUTS), cotangents);
    }

    private static double product(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    private static double[] draw(RandomStream random, int count) {
        double[] numbers = new double[count];
        Arrays.setAll(numbers, i -> 2 * random.nextDouble() - 1);
        return numbers;
    }
}

package org.robustest.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.robustest.training.Objectives.nsr;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.StreamSupport;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.robustest.dl4j.ImportedNetwork;
import org.robustest.dl4j.ModelDerivatives;
import org.robustest.perturbation.Norm;
import org.robustest.samples.InputRange;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

/**
 * Compares the exact gradient with central differences, along random directions of the parameters, of the loss in double precision:
 * that of the paper, with the logits and input gradients that DL4J computes in double.
 */
class NsrGradientTest {

    private static final int HEIGHT = 4;
    private static final int WIDTH = 6;
    private static final Shape IMAGE = Shape.of(1, HEIGHT, WIDTH);
    private static final double BETA = 0.4;
    private static final double STEP = 1e-6;
    private static final int DIRECTIONS = 8;

    private final Samples images = TestSamples.of(IMAGE, 40);
    private final List<Sample> all =
            StreamSupport.stream(images.spliterator(), false).toList();

    @ParameterizedTest
    @CsvSource({
        "RELU, MAX, LINF",
        "RELU, AVG, L2",
        "LEAKYRELU, MAX, LINF",
        "LEAKYRELU, MAX, L2",
        "TANH, AVG, LINF",
        "TANH, MAX, L2",
        "GELU, MAX, LINF",
        "GELU, AVG, L2"
    })
    void equals_central_differences_in_double(Activation activation, SubsamplingLayer.PoolingType pooling, Norm norm) {
        ComputationGraph model = model(activation, pooling);
        ModelDerivatives inDouble = ModelDerivatives.of(model, IMAGE);
        double[] parameters = inDouble.parameters();
        float[] gradient = gradient(model, norm);
        boolean[] isLearned = learned(model);
        SplittableRandom random = new SplittableRandom(5);

        for (int d = 0; d < DIRECTIONS; d++) {
            double[] direction = new double[parameters.length];
            double found = 0;
            double length = 0;
            for (int i = 0; i < direction.length; i++) {
                direction[i] = isLearned[i] ? 2 * random.nextDouble() - 1 : 0;
                found += direction[i] * gradient[i];
                length += isLearned[i] ? (double) gradient[i] * gradient[i] : 0;
            }
            double expected = (loss(inDouble, parameters, direction, STEP, norm)
                            - loss(inDouble, parameters, direction, -STEP, norm))
                    / (2 * STEP);
            assertThat(found).as("direction %s", d).isCloseTo(expected, within(1e-4 * Math.sqrt(length)));
        }
    }

    private float[] gradient(ComputationGraph model, Norm norm) {
        OwnDifferentiation own = new OwnDifferentiation(ImportedNetwork.of(model, IMAGE));
        List<float[]> gradients =
                own.parameters().stream().map(array -> new float[array.length]).toList();
        TrainingBatch batch =
                new TrainingBatch(all, InputRange.UNBOUNDED, own.at(own.parameters()), new TrainingTime(0, 10, 0));
        TrainingLoss loss = nsr().withBeta(BETA).withNoise(norm).addGradients(batch, 1, gradients);
        assertThat(loss.parts().values()).allSatisfy(part -> assertThat(part).isPositive());
        float[] ofModel = new float[(int) model.numParams()];
        own.toModel(gradients, ofModel);
        return ofModel;
    }

    /** All but the statistics of batch normalisation, which are no parameters in inference. */
    private static boolean[] learned(ComputationGraph model) {
        boolean[] isLearned = new boolean[(int) model.numParams()];
        int at = 0;
        for (Layer layer : model.getLayers()) {
            for (int i = 0; i < layer.numParams(); i++) {
                isLearned[at++] = !(layer.conf().getLayer() instanceof BatchNormalization);
            }
        }
        return isLearned;
    }

    private double loss(ModelDerivatives model, double[] parameters, double[] direction, double step, Norm norm) {
        double[] moved = parameters.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += step * direction[i];
        }
        model.setParameters(moved);
        int count = all.size();
        int size = IMAGE.size();
        double[] inputs = new double[count * size];
        double[] ofLabels = new double[count * Models.CLASSES];
        for (int i = 0; i < count; i++) {
            Doubles.copy(all.get(i).input(), inputs, i * size);
            ofLabels[i * Models.CLASSES + all.get(i).label()] = 1;
        }
        double[] z = model.logits(inputs, count);
        double[] v = model.gradients(inputs, count, ofLabels, new double[parameters.length]);
        return loss(z, v, norm);
    }

    private double loss(double[] z, double[] v, Norm norm) {
        double squared = 0;
        double margins = 0;
        int marginCount = 0;
        double ratios = 0;
        int ratioCount = 0;
        for (int i = 0; i < all.size(); i++) {
            int first = i * Models.CLASSES;
            double signal = z[first + all.get(i).label()];
            boolean isCorrect = true;
            for (int k = 0; k < Models.CLASSES; k++) {
                isCorrect &= z[first + k] <= signal;
            }
            for (int k = 0; k < Models.CLASSES; k++) {
                boolean isLabel = k == all.get(i).label();
                squared += Math.pow(z[first + k] - (isLabel ? 1 : 0), 2);
                double margin = 1 - signal + z[first + k];
                if (isCorrect && !isLabel && margin > 0 && margin < 2) {
                    margins += margin;
                    marginCount++;
                }
            }
            if (isCorrect && signal > 0) {
                ratios += Math.log(1 + dualNorm(v, i * IMAGE.size(), norm) / (signal + 0.01));
                ratioCount++;
            }
        }
        return squared / all.size() + margins / marginCount + BETA * ratios / ratioCount;
    }

    private static double dualNorm(double[] v, int from, Norm norm) {
        double sum = 0;
        for (int i = from; i < from + IMAGE.size(); i++) {
            sum += norm == Norm.LINF ? Math.abs(v[i]) : v[i] * v[i];
        }
        return norm == Norm.LINF ? sum : Math.sqrt(sum);
    }

    /** A convolution, batch normalisation, a branch around another convolution, pooling, and two dense layers. */
    private static ComputationGraph model(Activation activation, SubsamplingLayer.PoolingType pooling) {
        ComputationGraph model = new ComputationGraph(new NeuralNetConfiguration.Builder()
                .seed(5)
                .graphBuilder()
                .addInputs("image")
                .addLayer("first", convolution(Activation.IDENTITY), "image")
                .addLayer(
                        "normalisation",
                        new BatchNormalization.Builder().useLogStd(false).build(),
                        "first")
                .addLayer("second", convolution(activation), "normalisation")
                .addLayer("third", convolution(Activation.IDENTITY), "second")
                .addVertex("sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "third", "normalisation")
                .addLayer(
                        "activation",
                        new ActivationLayer.Builder().activation(activation).build(),
                        "sum")
                .addLayer("pooling", new SubsamplingLayer.Builder(pooling, new int[] {2, 2}).build(), "activation")
                .addLayer("mean", new GlobalPoolingLayer(PoolingType.AVG), "pooling")
                .addLayer(
                        "dense",
                        new DenseLayer.Builder().nOut(6).activation(activation).build(),
                        "mean")
                .addLayer(
                        "output",
                        new OutputLayer.Builder(LossFunction.MCXENT)
                                .nOut(Models.CLASSES)
                                .activation(Activation.SOFTMAX)
                                .build(),
                        "dense")
                .setOutputs("output")
                .setInputTypes(InputType.convolutional(HEIGHT, WIDTH, 1))
                .build());
        model.init();
        // Statistics of some training, in place of mean 0 and variance 1.
        model.getLayer("normalisation").getParam("mean").assign(0.1);
        model.getLayer("normalisation").getParam("var").assign(0.3);
        return model;
    }

    private static ConvolutionLayer convolution(Activation activation) {
        return new ConvolutionLayer.Builder(3, 3)
                .nOut(4)
                .padding(1, 1)
                .activation(activation)
                .build();
    }
}

package org.robustest.training;

import java.util.List;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.dl4j.ModelDerivatives;
import org.robustest.interval.IntervalMargins;
import org.robustest.network.Objective;

/** Differentiates a model that cannot be imported by DL4J's own layers. Its parameters are one array. */
final class Dl4jDifferentiation implements Differentiation {

    private final ModelDerivatives derivatives;

    Dl4jDifferentiation(ModelDerivatives derivatives) {
        this.derivatives = derivatives;
    }

    @Override
    public List<float[]> parameters() {
        double[] exact = derivatives.parameters();
        float[] parameters = new float[exact.length];
        for (int i = 0; i < exact.length; i++) {
            parameters[i] = (float) exact[i];
        }
        return List.of(parameters);
    }

    @Override
    public void fromModel(float[] ofModel, List<float[]> parameters) {
        System.arraycopy(ofModel, 0, parameters.get(0), 0, ofModel.length);
    }

    @Override
    public void toModel(List<float[]> parameters, float[] ofModel) {
        System.arraycopy(parameters.get(0), 0, ofModel, 0, ofModel.length);
    }

    @Override
    public BatchPasses at(List<float[]> parameters) {
        derivatives.setParameters(Doubles.of(parameters.get(0)));
        return new BatchPasses() {
            @Override
            public DifferentiableClassifier classifier() {
                return derivatives.classifier();
            }

            @Override
            public IntervalMargins intervalMargins() {
                throw new IllegalArgumentException(
                        "interval bounds need a model that can be imported, and this one is"
                                + " differentiated by DL4J itself; the warning before names the layer. Train it by another objective");
            }

            @Override
            public void addGradients(float[] inputs, int count, Objective objective, List<float[]> gradients) {
                new DifferencePass(derivatives, Doubles.of(inputs), count, objective).addTo(gradients.get(0));
            }
        };
    }
}

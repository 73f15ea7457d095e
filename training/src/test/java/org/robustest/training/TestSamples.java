package org.robustest.training;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

/** Random samples of three classes, whose values rise with the label. */
final class TestSamples {

    private TestSamples() {}

    static Samples of(Shape shape, int count) {
        SplittableRandom random = new SplittableRandom(7);
        Samples.Builder samples = Samples.builder(shape, List.of("a", "b", "c"));
        for (int i = 0; i < count; i++) {
            float[] input = new float[shape.size()];
            for (int j = 0; j < input.length; j++) {
                input[j] = (float) (random.nextDouble() - 0.5 + 0.2 * Math.sin(j + 2 * (i % 3)));
            }
            samples.add("sample " + i, input, i % 3);
        }
        return samples.build();
    }

    /** Other samples of the same kind. */
    static Samples besides(Samples samples, int count) {
        Set<String> ids = new HashSet<>();
        samples.forEach(sample -> ids.add(sample.id()));
        return of(samples.shape(), samples.size() + count).where(sample -> !ids.contains(sample.id()));
    }

    /** All samples as one batch of DL4J, in the shape that their model takes. */
    static DataSet dataSet(Samples samples, long... shape) {
        INDArray features = Nd4j.create(samples.size(), samples.shape().size());
        INDArray labels = Nd4j.zeros(samples.size(), samples.classNames().size());
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.get(i);
            features.putRow(i, Nd4j.createFromArray(sample.input()));
            labels.putScalar(i, sample.label(), 1);
        }
        return new DataSet(features.reshape(shape), labels);
    }
}

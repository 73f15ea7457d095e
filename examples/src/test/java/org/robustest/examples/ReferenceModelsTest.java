package org.robustest.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robustest.reference.model.TrainingMethod.NSR;

import org.junit.jupiter.api.Test;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.reference.model.ReferenceModels;
import org.robustest.samples.Shape;

class ReferenceModelsTest {

    @Test
    void a_reference_model_is_a_classifier() {
        DifferentiableClassifier model = ReferenceModels.mitBihCnn(NSR).classifier();

        assertThat(model.inputShape()).isEqualTo(Shape.of(1, 187));
        assertThat(model.classCount()).isEqualTo(5);
    }
}

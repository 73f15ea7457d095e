package org.robustest.dl4j;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.network.Network;
import org.robustest.samples.Shape;

/** Makes the classifier of a model: the imported network if there is one that agrees with it, else the one run by DL4J. */
final class ModelClassifiers {

    private static final Logger LOGGER = System.getLogger(Dl4j.class.getName());

    private ModelClassifiers() {}

    static DifferentiableClassifier of(OriginalModel model) {
        return of(model, InputShape.of(model.graph()));
    }

    static DifferentiableClassifier of(OriginalModel model, Shape inputShape) {
        ModelOutput original = ModelOutput.of(model, inputShape);
        try {
            return imported(model, original);
        } catch (NoCounterpartException e) {
            LOGGER.log(
                    Level.WARNING,
                    "the model is run by DL4J itself, many times slower than an imported one: " + e.getMessage());
            return runByDl4j(model, original, String.valueOf(e.getMessage()));
        }
    }

    private static DifferentiableClassifier imported(OriginalModel model, ModelOutput original) {
        Network network = NetworkImport.of(model, original);
        Optional<String> disagreement = ImportCheck.disagreement(network, original, model.outputActivation());
        if (disagreement.isPresent()) {
            throw new NoCounterpartException("the imported network does not reproduce the model: " + disagreement.get()
                    + ". Please report the configuration of the model");
        }
        return new ImportedClassifier(network, original);
    }

    private static DifferentiableClassifier runByDl4j(OriginalModel model, ModelOutput original, String reason) {
        Dl4jClassifier classifier = new Dl4jClassifier(model.graph(), model.outputActivation(), original, reason);
        try {
            Optional<String> disagreement = ImportCheck.disagreement(classifier, original, model.outputActivation());
            if (disagreement.isPresent()) {
                throw new ModelImportException("DL4J does not give the same logits layer by layer as at once: "
                        + disagreement.get() + ". Please report the configuration of the model; it was to be run by"
                        + " DL4J since " + reason);
            }
            computeGradient(classifier);
        } catch (ModelImportException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new ModelImportException(
                    "DL4J fails to run the model on probe inputs, or to compute its gradients: " + e.getMessage()
                            + ". It cannot be imported since " + reason,
                    e);
        }
        return classifier;
    }

    private static void computeGradient(Dl4jClassifier classifier) {
        int size = classifier.inputShape().size();
        classifier.inputGradients(
                new float[size],
                1,
                (index, logits, cotangent) -> cotangent[1] = 1,
                new float[classifier.classCount()],
                new float[size]);
    }
}

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
            String reason = String.valueOf(e.getMessage());
            warn("the model is run by DL4J itself, many times slower than an imported one: " + reason);
            return runByDl4j(model, original, reason);
        }
    }

    private static void warn(String message) {
        LOGGER.log(Level.WARNING, message);
    }

    private static DifferentiableClassifier imported(OriginalModel model, ModelOutput original) {
        return new ImportedClassifier(network(model, original), original);
    }

    /**
     * Imports a model, and checks the import.
     *
     * @throws NoCounterpartException if a vertex cannot be imported, or the network does not agree with the model
     */
    static Network network(OriginalModel model, ModelOutput original) {
        Network network = NetworkImport.of(model, original);
        Optional<String> disagreement = ImportCheck.disagreement(network, original, model.outputActivation());
        if (disagreement.isPresent()) {
            throw new NoCounterpartException("the imported network does not reproduce the model: " + disagreement.get()
                    + ". Please report the configuration of the model");
        }
        return network;
    }

    private static DifferentiableClassifier runByDl4j(OriginalModel model, ModelOutput original, String reason) {
        Dl4jClassifier classifier = new Dl4jClassifier(model.graph(), model.outputActivation(), original, reason);
        try {
            requireAgreement(classifier, model, original);
            return GradientCheck.disagreement(classifier)
                    .map(disagreement -> withWrongGradients(model, original, reason, disagreement))
                    .orElse(classifier);
        } catch (ModelImportException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new ModelImportException(
                    "DL4J fails to run the model on probe inputs, or to compute its gradients: " + e.getMessage()
                            + ". It cannot be imported since " + reason,
                    e);
        }
    }

    private static void requireAgreement(Dl4jClassifier classifier, OriginalModel model, ModelOutput original) {
        Optional<String> disagreement = ImportCheck.disagreement(classifier, original, model.outputActivation());
        if (disagreement.isPresent()) {
            throw new ModelImportException("DL4J does not give the same logits layer by layer as at once: "
                    + disagreement.get() + ". Please report the configuration of the model; it is " + classifier);
        }
    }

    private static Dl4jClassifier withWrongGradients(
            OriginalModel model, ModelOutput original, String reason, String disagreement) {
        String remark = "the gradients that DL4J computes of the model are wrong, so that attacks are too weak: "
                + disagreement;
        warn(remark);
        return new Dl4jClassifier(model.graph(), model.outputActivation(), original, reason + "; " + remark);
    }
}

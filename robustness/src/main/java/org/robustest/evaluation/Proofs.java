package org.robustest.evaluation;

import java.util.Optional;
import org.robustest.certificate.Certificate;
import org.robustest.certificate.Certifier;
import org.robustest.certificate.Conclusion;
import org.robustest.classifier.BoundableClassifier;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.perturbation.Region;
import org.robustest.samples.Sample;

/** Proves what it can of a model, or says why it cannot. */
final class Proofs {

    private final Optional<Certifier> certifier;
    private final Optional<BoundableClassifier> classifier;
    private final String description;

    private Proofs(Optional<Certifier> certifier, Optional<BoundableClassifier> classifier, String description) {
        this.certifier = certifier;
        this.classifier = classifier;
        this.description = description;
    }

    static Proofs by(Certifier certifier, DifferentiableClassifier classifier) {
        return classifier instanceof BoundableClassifier boundable
                ? new Proofs(Optional.of(certifier), Optional.of(boundable), certifier.toString())
                : none("the logits of the model cannot be bounded (" + classifier + ")");
    }

    static Proofs none(String reason) {
        return new Proofs(Optional.empty(), Optional.empty(), "none: " + reason);
    }

    Optional<Certificate> beforeSearch(Sample sample, Region region) {
        return certifier.flatMap(present -> present.beforeSearch(classifier.orElseThrow(), sample, region));
    }

    Conclusion afterSearch(Sample sample, Region region) {
        return certifier
                .map(present -> present.afterSearch(classifier.orElseThrow(), sample, region))
                .orElse(Conclusion.open());
    }

    /** Returns the methods, or the reason why there are none. */
    @Override
    public String toString() {
        return description;
    }
}

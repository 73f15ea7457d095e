package org.robustest.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.robustest.certificate.Certificate;
import org.robustest.certificate.Certifier;
import org.robustest.certificate.Conclusion;
import org.robustest.classifier.BoundableClassifier;
import org.robustest.classifier.Classifier;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.perturbation.Region;
import org.robustest.samples.Sample;

/** Proves what it can of a model, or says why it cannot. */
final class Proofs {

    private static final int PROBES = 3;
    private static final String NONE = "none: ";

    private final Optional<Certifier> certifier;
    private final Optional<BoundableClassifier> classifier;
    private final String description;

    private Proofs(Optional<Certifier> certifier, Optional<BoundableClassifier> classifier, String description) {
        this.certifier = certifier;
        this.classifier = classifier;
        this.description = description;
    }

    static Proofs by(Certifier certifier, Classifier classifier) {
        return classifier instanceof BoundableClassifier boundable
                ? new Proofs(Optional.of(certifier), Optional.of(boundable), certifier.toString())
                : none("the logits of the model cannot be bounded (" + classifier + ")");
    }

    static Proofs none(String reason) {
        return new Proofs(Optional.empty(), Optional.empty(), NONE + reason);
    }

    /** Returns no proofs, because those of some samples have been tried in vain. */
    private static Proofs givenUp(String reason) {
        return new Proofs(Optional.empty(), Optional.empty(), "given up: " + reason);
    }

    /** Tells from a description whether a proof was tried of any sample. */
    static boolean areTried(String description) {
        return !description.startsWith(NONE);
    }

    /**
     * Returns these proofs, or none if even the samples with the largest margins are so far from a proof that the others need
     * not be tried.
     *
     * @param set what the adversary may do
     * @param standing the samples to be proved
     */
    Proofs worthwhile(PerturbationSet set, List<Sample> standing) {
        if (certifier.isEmpty() || classifier.isEmpty() || standing.isEmpty()) {
            return this;
        }
        BoundableClassifier model = classifier.get();
        double[] margins = Logits.margins(model, standing);
        boolean isHopeless = IntStream.range(0, margins.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -margins[i])
                        .thenComparing(i -> standing.get(i).id()))
                .limit(PROBES)
                .map(standing::get)
                .allMatch(sample -> certifier.get().isHopeless(model, sample, set.around(sample)));
        return isHopeless ? givenUp("bounds are too wide by far even for the samples with the largest margins") : this;
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

package org.robustest.engine.internal;

import org.robustest.classifier.Classifier;
import org.robustest.evaluation.RobustnessEvaluation;
import org.robustest.samples.Samples;
import org.robustest.store.Hash;

/** What the tests of a class are about: a model and samples, and what tells them from others. */
final class Subject {

    private final Once<Classifier> model;
    private final Once<Samples> samples;
    private final Once<String> modelHash;
    private final Once<String> samplesHash;

    Subject(Once<Classifier> model, Once<Samples> samples) {
        this.model = model;
        this.samples = samples;
        this.modelHash = new Once<>(() -> Hash.of(model.get(), samples.get()));
        this.samplesHash = new Once<>(() -> Hash.of(samples.get()));
    }

    Classifier model() {
        return model.get();
    }

    Samples samples() {
        return samples.get();
    }

    String modelHash() {
        return modelHash.get();
    }

    String samplesHash() {
        return samplesHash.get();
    }

    RobustnessEvaluation evaluation(Settings settings) {
        return RobustnessEvaluation.of(model()).withSeed(settings.seed()).withThreads(settings.threads());
    }
}

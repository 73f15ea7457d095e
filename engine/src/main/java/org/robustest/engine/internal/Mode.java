package org.robustest.engine.internal;

import java.util.Locale;
import org.robustest.attack.Apgd;
import org.robustest.attack.Attack;
import org.robustest.attack.Cascade;
import org.robustest.attack.Fmn;
import org.robustest.attack.HopSkipJump;
import org.robustest.attack.NearestClasses;
import org.robustest.attack.Pgd;
import org.robustest.attack.Spsa;
import org.robustest.attack.Square;
import org.robustest.classifier.Classifier;
import org.robustest.classifier.DifferentiableClassifier;

/** How much is searched. */
enum Mode {
    DEFAULT(Cascade.standard(), Cascade.gradientFree()),
    REPLAY(Cascade.standard(), Cascade.gradientFree()),
    SEARCH(
            Cascade.of(
                    NearestClasses.withDefaults(),
                    Apgd.withDefaults().withRestarts(10),
                    Pgd.withDefaults().withRestarts(10),
                    Fmn.withDefaults(),
                    Square.withDefaults().withQueries(5000)),
            Cascade.of(
                    Square.withDefaults().withQueries(5000),
                    Spsa.withDefaults().withSamples(512),
                    HopSkipJump.withDefaults()));

    private final Attack byGradients;
    private final Attack withoutGradients;

    Mode(Attack byGradients, Attack withoutGradients) {
        this.byGradients = byGradients;
        this.withoutGradients = withoutGradients;
    }

    /** Returns what searches after the stored counterexamples have been replayed; a mere replay has no use for it. */
    Attack attackOn(Classifier model) {
        return model instanceof DifferentiableClassifier ? byGradients : withoutGradients;
    }

    /** Returns what tells the baseline from that of other modes. */
    String variant() {
        return this == SEARCH ? name().toLowerCase(Locale.ROOT) : "";
    }
}

package org.robustest.engine.internal;

import java.util.Locale;
import org.robustest.attack.Apgd;
import org.robustest.attack.Attack;
import org.robustest.attack.Cascade;
import org.robustest.attack.NearestClasses;
import org.robustest.attack.Pgd;

/** How much is searched. */
enum Mode {
    DEFAULT(Cascade.standard()),
    REPLAY(Cascade.standard()),
    SEARCH(Cascade.of(
            NearestClasses.withDefaults(),
            Apgd.withDefaults().withRestarts(10),
            Pgd.withDefaults().withRestarts(20)));

    private final Attack attack;

    Mode(Attack attack) {
        this.attack = attack;
    }

    /** Returns what searches after the stored counterexamples have been replayed; a mere replay has no use for it. */
    Attack attack() {
        return attack;
    }

    /** Returns what tells the baseline from that of other modes. */
    String variant() {
        return this == SEARCH ? name().toLowerCase(Locale.ROOT) : "";
    }
}

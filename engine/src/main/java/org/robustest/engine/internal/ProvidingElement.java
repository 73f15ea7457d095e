package org.robustest.engine.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an annotation makes a provider. */
sealed interface ProvidingElement permits ProvidingMethod, ProvidingClass {

    /** Returns what is equal for the same element, from whichever class of tests it is seen. */
    Object key();

    String name();

    /** Returns what is wrong, each a sentence with its remedy. */
    List<String> problems();

    /** Asks the element, which may throw anything. */
    @Nullable
    Object provide();
}

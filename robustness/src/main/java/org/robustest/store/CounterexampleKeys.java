package org.robustest.store;

/**
 * The configuration parameters that say what becomes of counterexamples, whatever found them: each may be a system property,
 * and for the engine a parameter of the JUnit Platform.
 */
public final class CounterexampleKeys {

    /** What becomes of those that are found: {@code find}, {@code update} or {@code off}. */
    public static final String KEEPING = "robustest.counterexamples";

    /** The folder of those that are replayed. */
    public static final String STORED = "robustest.counterexamples.folder";

    /** The folder for those that are found, unless they are to be replayed. */
    public static final String FOUND = "robustest.counterexamples.found";

    /** The usual folder of those that are replayed. */
    public static final String USUAL_STORED = "src/test/resources";

    /** The usual folder for those that are found. */
    public static final String USUAL_FOUND = "target/robustest/counterexamples";

    private CounterexampleKeys() {}
}

import org.junit.platform.engine.TestEngine;
import org.robustest.engine.internal.RobustestEngine;

/** Robustness tests as tests of the JUnit Platform. */
module org.robustest.engine {
    requires static org.jspecify;
    requires transitive org.junit.platform.commons;
    requires transitive org.robustest.assertions;
    requires org.junit.platform.engine;
    requires org.robustest.report;

    exports org.robustest.engine;

    provides TestEngine with
            RobustestEngine;
}

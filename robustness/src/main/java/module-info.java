/** Perturbation sets, attacks, and the evaluation that gives verdicts. */
module org.robustest.robustness {
    requires static org.jspecify;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires org.apache.commons.statistics.distribution;
    requires org.apache.commons.statistics.interval;
    requires transitive org.robustest.network;

    exports org.robustest.attack;
    exports org.robustest.certificate;
    exports org.robustest.evaluation;
    exports org.robustest.perturbation;
    exports org.robustest.statistics;
    exports org.robustest.store;
    exports org.robustest.transformation;
}

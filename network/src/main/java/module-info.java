/** Classifiers, samples, and the passes through a network. */
module org.robustest.network {
    requires static org.jspecify;

    exports org.robustest.classifier;
    exports org.robustest.interval;
    exports org.robustest.layer;
    exports org.robustest.network;
    exports org.robustest.random;
    exports org.robustest.samples;
}

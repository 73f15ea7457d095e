/** Classifiers, samples, and the passes through a network. */
module org.robustest.network {
    requires static org.jspecify;

    exports org.robustest.classifier;
    exports org.robustest.samples;
}

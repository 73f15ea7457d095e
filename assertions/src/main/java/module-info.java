/** AssertJ assertions on the robustness of a classifier. */
module org.robustest.assertions {
    requires static org.jspecify;
    requires transitive org.assertj.core;
    requires transitive org.robustest.robustness;

    exports org.robustest.assertions;
    exports org.robustest.assertions.error;
}

/** Results of robustness tests as JSON and as one self-contained page. */
module org.robustest.report {
    requires static org.jspecify;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires com.samskivert.jmustache;
    requires transitive org.robustest.robustness;

    exports org.robustest.report;

    opens org.robustest.report to
            com.fasterxml.jackson.databind;
}

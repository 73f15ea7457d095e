import net.jqwik.api.SampleReportingFormat;
import org.robustest.jqwik.SignalFormat;

/** Properties of classifiers for jqwik. */
module org.robustest.jqwik {
    requires static org.apiguardian.api;
    requires static org.jspecify;
    requires org.opentest4j;
    requires transitive net.jqwik.api;
    requires transitive org.robustest.robustness;

    exports org.robustest.jqwik;

    // jqwik makes the domain and the hooks by reflection.
    opens org.robustest.jqwik;

    provides SampleReportingFormat with
            SignalFormat;
}

/** A module that holds robustness tests. */
open module com.example.signs {
    requires org.junit.jupiter.api;
    requires org.junit.platform.launcher;
    requires org.robustest.engine;
}

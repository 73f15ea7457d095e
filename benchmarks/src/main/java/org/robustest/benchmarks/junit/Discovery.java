package org.robustest.benchmarks.junit;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Set;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The JVM that discovers the classes of a folder, and prints the seconds that it took. */
final class Discovery {

    private Discovery() {}

    /**
     * Discovers.
     *
     * @param arguments the folder
     * @throws IOException if the folder cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            Thread.currentThread().setContextClassLoader(loader);
            LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                    .selectors(DiscoverySelectors.selectClasspathRoots(Set.of(folder)))
                    .filters(EngineFilter.includeEngines("robustest"))
                    .build();
            long start = System.nanoTime();
            TestPlan plan = LauncherFactory.create().discover(request);
            double seconds = (System.nanoTime() - start) * 1e-9;
            if (plan.containsTests()) {
                throw new IllegalStateException("there should be no robustness test in " + folder);
            }
            System.out.println(seconds);
        }
    }
}

package org.robustest.benchmarks.junit;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Set;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.EngineDiscoveryResult;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryListener;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * The JVM that discovers the classes of a folder, and prints the seconds that the engine took: from when the platform asks it
 * until it answers, without the start of the platform, which every engine has.
 */
final class Discovery {

    private Discovery() {}

    /**
     * Discovers.
     *
     * @param arguments the folder, and {@code loaded} if its classes are to be loaded before, as another engine does
     * @throws IOException if the folder cannot be read
     * @throws ClassNotFoundException if a class cannot be loaded
     */
    public static void main(String[] arguments) throws IOException, ClassNotFoundException {
        Path folder = Path.of(arguments[0]);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            Thread.currentThread().setContextClassLoader(loader);
            if (arguments.length > 1) {
                load(folder.toFile(), loader);
            }
            Stopwatch stopwatch = new Stopwatch();
            LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                    .selectors(DiscoverySelectors.selectClasspathRoots(Set.of(folder)))
                    .filters(EngineFilter.includeEngines("robustest"))
                    .listeners(stopwatch)
                    .build();
            TestPlan plan = LauncherFactory.create().discover(request);
            if (plan.containsTests()) {
                throw new IllegalStateException("there should be no robustness test in " + folder);
            }
            System.out.println(stopwatch.seconds);
        }
    }

    private static void load(File folder, ClassLoader loader) throws ClassNotFoundException {
        String[] names = folder.list();
        for (String name : names == null ? new String[0] : names) {
            if (name.endsWith(".class")) {
                Class.forName(name.substring(0, name.length() - ".class".length()), false, loader);
            }
        }
    }

    private static final class Stopwatch implements LauncherDiscoveryListener {

        private long start;
        private double seconds;

        @Override
        public void engineDiscoveryStarted(UniqueId engineId) {
            start = System.nanoTime();
        }

        @Override
        public void engineDiscoveryFinished(UniqueId engineId, EngineDiscoveryResult result) {
            seconds = (System.nanoTime() - start) * 1e-9;
        }
    }
}

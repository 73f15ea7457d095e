package org.robustest.benchmarks.gradients;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.robustest.benchmarks.engine.EngineKind;
import org.robustest.benchmarks.process.Kernel;

/**
 * An engine and how it is run.
 *
 * @param engine the engine
 * @param kernel the kernel, for Robustest
 * @param threads the number of threads
 */
public record Contestant(EngineKind engine, Optional<Kernel> kernel, int threads) {

    private static final List<Integer> THREADS = List.of(1, 2);

    /**
     * Returns the contestants.
     *
     * @return all of them, in the order of the table
     */
    public static List<Contestant> all() {
        List<Contestant> all = new ArrayList<>();
        for (Kernel kernel : Kernel.values()) {
            THREADS.forEach(threads -> all.add(new Contestant(EngineKind.ROBUSTEST, Optional.of(kernel), threads)));
        }
        for (EngineKind engine : List.of(EngineKind.PYTORCH, EngineKind.PYTORCH_CHANNELS_LAST, EngineKind.DL4J)) {
            THREADS.forEach(threads -> all.add(new Contestant(engine, Optional.empty(), threads)));
        }
        return all;
    }

    /**
     * Returns the options of its JVM.
     *
     * @return a small heap, the kernel, and the threads of PyTorch
     */
    public List<String> jvmOptions() {
        List<String> options = new ArrayList<>(List.of("-Xmx1g", "-XX:+UseSerialGC"));
        kernel.ifPresent(chosen -> options.addAll(chosen.options()));
        options.addAll(List.of(
                "-Dai.djl.offline=true",
                "-Dai.djl.pytorch.num_threads=" + threads,
                "-Dai.djl.pytorch.num_interop_threads=1"));
        return options;
    }

    /**
     * Returns the environment of its JVM. By default the C library returns large blocks to the system, and PyTorch then spends its
     * time on page faults.
     *
     * @return the variables that are set
     */
    public Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("OMP_NUM_THREADS", Integer.toString(threads));
        environment.put("OPT_OUT_TRACKING", "true");
        environment.put("MALLOC_MMAP_MAX_", "0");
        environment.put("MALLOC_TRIM_THRESHOLD_", "4294967296");
        environment.put("MALLOC_TOP_PAD_", "268435456");
        return environment;
    }

    /**
     * Returns the kernel for the table.
     *
     * @return its name, or a dash for engines that have none
     */
    public String kernelName() {
        return kernel.map(Kernel::toString).orElse("-");
    }

    /** Names the engine, its kernel and its threads. */
    @Override
    public String toString() {
        return engine + kernel.map(chosen -> " with the kernel " + chosen).orElse("") + " on " + threads
                + (threads == 1 ? " thread" : " threads");
    }
}

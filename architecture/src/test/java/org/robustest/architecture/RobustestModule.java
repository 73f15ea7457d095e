package org.robustest.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The modules, the packages that live in each, and the arrows between them.
 *
 * <p>A module may use what its arrows lead to, directly or through other modules.
 */
enum RobustestModule {
    NETWORK(packages("classifier", "interval", "layer", "network", "random", "samples")),
    ROBUSTNESS(
            packages("attack", "certificate", "evaluation", "perturbation", "statistics", "store", "transformation"),
            NETWORK),
    DL4J(packages("dl4j"), NETWORK),
    TRAINING(packages("training"), DL4J, ROBUSTNESS),
    ASSERTIONS(packages("assertions"), ROBUSTNESS),
    REPORT(packages("report"), ROBUSTNESS),
    ENGINE(packages("engine"), ASSERTIONS, REPORT),
    JQWIK(packages("jqwik"), ROBUSTNESS),
    REFERENCE_MODELS(packages("reference"), TRAINING),
    EXAMPLES(packages("examples"), REFERENCE_MODELS, ENGINE, JQWIK),
    BENCHMARKS(packages("benchmarks"), EXAMPLES);

    private static final Path ROOT = Path.of("..");

    private final List<String> packages;
    private final List<RobustestModule> arrows;

    RobustestModule(List<String> packages, RobustestModule... arrows) {
        this.packages = packages;
        this.arrows = List.of(arrows);
    }

    private static List<String> packages(String... names) {
        return Arrays.stream(names).map(name -> "org.robustest." + name + "..").toList();
    }

    /** Returns the module in whose packages a class is, if it is in one at all. */
    static Optional<RobustestModule> of(JavaClass javaClass) {
        return Arrays.stream(values())
                .filter(module -> resideInAnyPackage(module.packages()).test(javaClass))
                .findFirst();
    }

    /** Returns the modules that have been begun; there is nothing to check in the others. */
    static List<RobustestModule> withSources() {
        return Arrays.stream(values())
                .filter(module -> Files.isDirectory(module.directory().resolve("src/main/java")))
                .toList();
    }

    /** Returns the packages of this module and those below them, as ArchUnit writes that. */
    String[] packages() {
        return packages.toArray(String[]::new);
    }

    /** Returns the modules that this one may use, itself not among them. */
    Stream<RobustestModule> reachable() {
        return arrows.stream()
                .flatMap(module -> Stream.concat(Stream.of(module), module.reachable()))
                .distinct();
    }

    String artifactId() {
        return "robustest-" + directory().getFileName();
    }

    Pom pom() {
        return Pom.in(directory());
    }

    /** Tells whether other modules can use the public classes of a package. */
    boolean exports(String packageName) {
        Path moduleInfo = directory().resolve("target/classes/module-info.class");
        if (Files.notExists(moduleInfo)) {
            return !packageName.contains(".internal");
        }
        try (InputStream stream = Files.newInputStream(moduleInfo)) {
            return ModuleDescriptor.read(stream).exports().stream()
                    .anyMatch(exported -> exported.source().equals(packageName));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path directory() {
        return ROOT.resolve(name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}

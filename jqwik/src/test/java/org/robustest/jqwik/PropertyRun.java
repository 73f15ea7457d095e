package org.robustest.jqwik;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** One run of a class of properties by jqwik itself, with what it printed. */
record PropertyRun(Events tests, String output) {

    static PropertyRun of(Class<?> properties, Path folder, String counterexamples) {
        Map<String, String> settings = Map.of(
                "robustest.counterexamples", counterexamples,
                "robustest.counterexamples.folder", folder.resolve("stored").toString(),
                "robustest.counterexamples.found", folder.resolve("found").toString());
        PrintStream console = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        settings.forEach(System::setProperty);
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            Events tests = EngineTestKit.engine("jqwik")
                    .selectors(selectClass(properties))
                    .configurationParameter(
                            "jqwik.database", folder.resolve("database").toString())
                    .execute()
                    .testEvents();
            return new PropertyRun(tests, bytes.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(console);
            settings.keySet().forEach(System::clearProperty);
        }
    }

    List<String> lines() {
        return output.strip().lines().toList();
    }

    String failure() {
        return tests.failed().stream()
                .map(event -> event.getPayload(TestExecutionResult.class)
                        .flatMap(TestExecutionResult::getThrowable)
                        .map(Throwable::toString)
                        .orElse(""))
                .reduce("", String::concat);
    }
}

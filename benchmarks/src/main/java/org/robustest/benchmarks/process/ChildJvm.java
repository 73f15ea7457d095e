package org.robustest.benchmarks.process;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.robustest.benchmarks.commandline.BenchmarkException;

/** A JVM with the class path of this one, asked and answering line by line. */
public final class ChildJvm implements AutoCloseable {

    private final String name;
    private final Process process;
    private final Path log;
    private final BufferedReader answers;
    private final BufferedWriter questions;

    private ChildJvm(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.questions = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    }

    /**
     * Starts a JVM.
     *
     * @param name what it does, for messages
     * @param options the options of the JVM
     * @param environment environment variables, beside those of this process
     * @param main the class to run
     * @param arguments its arguments
     * @return the JVM, running
     */
    public static ChildJvm start(
            String name, List<String> options, Map<String, String> environment, Class<?> main, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Dslf4j.internal.verbosity=ERROR");
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        try {
            Path log = Files.createTempFile("bench", ".log");
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
            builder.environment().putAll(environment);
            return new ChildJvm(name, builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start a JVM for " + name + ": " + e, e);
        }
    }

    /**
     * Asks for something.
     *
     * @param question one line
     */
    public void ask(String question) {
        try {
            questions.write(question);
            questions.newLine();
            questions.flush();
        } catch (IOException e) {
            throw died(e.toString(), e);
        }
    }

    /**
     * Waits for an answer.
     *
     * @return the next line
     * @throws BenchmarkException if the JVM ends instead
     */
    public String answer() {
        try {
            String line = answers.readLine();
            if (line == null) {
                throw new BenchmarkException(death("it ended without an answer"));
            }
            return line;
        } catch (IOException e) {
            throw died(e.toString(), e);
        }
    }

    private BenchmarkException died(String what, Throwable cause) {
        return new BenchmarkException(death(what), cause);
    }

    private String death(String what) {
        try {
            return "the JVM for " + name + " came to nothing: " + what + "; it said:\n" + Files.readString(log);
        } catch (IOException e) {
            return "the JVM for " + name + " came to nothing: " + what + "; what it said cannot be read: " + e;
        }
    }

    /** Ends the JVM. */
    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
            Files.deleteIfExists(log);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + log, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

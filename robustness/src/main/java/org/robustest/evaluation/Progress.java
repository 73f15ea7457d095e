package org.robustest.evaluation;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Says every few seconds how far an evaluation is: samples done, how many a second, and the time left. */
final class Progress {

    static final Consumer<String> SILENT = line -> {};

    private static final long PERIOD = TimeUnit.SECONDS.toNanos(5);

    private final Consumer<String> lines;
    private final LongSupplier nanoTime;
    private final AtomicLong nextLine;
    private final AtomicInteger judged = new AtomicInteger();
    private final AtomicInteger recalled = new AtomicInteger();
    private volatile Stage stage;

    Progress(Consumer<String> lines, LongSupplier nanoTime) {
        this.lines = lines;
        this.nanoTime = nanoTime;
        this.nextLine = new AtomicLong(nanoTime.getAsLong() + PERIOD);
        this.stage = new Stage("", 0, nanoTime.getAsLong());
    }

    /** Returns where lines go unless another place is asked for: to standard error if someone is there to read it. */
    static Consumer<String> whereSomeoneReads() {
        return isOnTerminal() || Boolean.getBoolean("robustest.progress") ? System.err::println : SILENT;
    }

    /** From JDK 22 on there is a console without a terminal, which then says so. */
    private static boolean isOnTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }

    void begin(String what, int total) {
        judged.set(0);
        recalled.set(0);
        stage = new Stage(what, total, nanoTime.getAsLong());
    }

    void judged() {
        judged.incrementAndGet();
    }

    void recalled() {
        recalled.incrementAndGet();
    }

    /** Writes a line if it is time. */
    void tick() {
        long now = nanoTime.getAsLong();
        long due = nextLine.get();
        if (now - due >= 0 && nextLine.compareAndSet(due, now + PERIOD)) {
            lines.accept(line(now));
        }
    }

    /** Returns how many samples of the stage are done, and of how many. */
    String count() {
        return judged.get() + recalled.get() + " of " + stage.total + " samples";
    }

    private String line(long now) {
        Stage current = stage;
        int done = judged.get();
        double seconds = Math.max(1e-3, (now - current.begun) / 1e9);
        double rate = done / seconds;
        int left = current.total - done - recalled.get();
        String time = done == 0 ? "no time known yet" : Math.round(left / rate) + " s left";
        return String.format(Locale.ROOT, "%s: %s, %.1f a second, %s", current.what, count(), rate, time);
    }

    private record Stage(String what, int total, long begun) {}
}

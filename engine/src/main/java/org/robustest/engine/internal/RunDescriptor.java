package org.robustest.engine.internal;

import java.io.IOException;
import java.io.PrintStream;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;
import org.robustest.report.ReportFolder;

/** All tests of a run, which ends with its report, however they end. */
final class RunDescriptor extends EngineDescriptor implements Node<RobustestContext> {

    RunDescriptor(UniqueId id) {
        super(id, "Robustest");
    }

    @Override
    public void after(RobustestContext context) {
        new Untold(context.report(), context.isCancelled()).addAllBelow(this);
        if (!context.report().isEmpty()) {
            write(context, System.out);
        }
    }

    /** Writes the report. One that cannot be written fails no test. */
    private static void write(RobustestContext context, PrintStream out) {
        Settings settings;
        try {
            settings = Settings.of(context.parameters());
        } catch (JUnitException e) {
            // Every class has failed with this message already, and where a report would go is not known.
            return;
        }
        settings.report().map(ReportFolder::in).ifPresent(folder -> {
            try {
                context.report().write(folder, context.isCancelled().getAsBoolean());
                if (settings.verbosity() != Verbosity.QUIET) {
                    out.println("robustness report: " + folder.page());
                }
            } catch (IOException | RuntimeException e) {
                out.println("the robustness report " + folder.page() + " was not written (" + e
                        + "); give another folder by " + Setting.REPORT_FOLDER.key() + ", or turn it off by "
                        + Setting.REPORT.key() + "=off");
            }
        });
    }
}

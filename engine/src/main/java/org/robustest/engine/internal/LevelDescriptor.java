package org.robustest.engine.internal;

import java.util.Set;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/** The test of a method at one noise level. */
final class LevelDescriptor extends AbstractTestDescriptor implements Node<RobustestContext> {

    static final String SEGMENT = "epsilon";

    private final MethodDescriptor method;
    private final Level level;

    LevelDescriptor(MethodDescriptor method, Level level) {
        super(
                uniqueId(method.getUniqueId(), level),
                "epsilon = " + level.epsilon(),
                method.test().source());
        this.method = method;
        this.level = level;
    }

    MethodDescriptor method() {
        return method;
    }

    Level level() {
        return level;
    }

    static UniqueId uniqueId(UniqueId method, Level level) {
        return method.append(SEGMENT, Double.toString(level.epsilon()));
    }

    /** Names method, ε and place: of a name that does not end with a number like this, Surefire reports the method alone. */
    @Override
    public String getLegacyReportingName() {
        String name = method.test().method().getName();
        return name + "(epsilon = " + level.epsilon() + ")[" + (method.levels().indexOf(level) + 1) + "]";
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }

    @Override
    public Set<TestTag> getTags() {
        return method.getTags();
    }

    /** A level needs the result of the one below. */
    @Override
    public ExecutionMode getExecutionMode() {
        return ExecutionMode.SAME_THREAD;
    }

    @Override
    public RobustestContext execute(RobustestContext context, DynamicTestExecutor dynamicTestExecutor) {
        Trial trial = new Trial(method.test(), level, context.requireClassRun(), context.isCancelled());
        try {
            trial.run();
        } finally {
            trial.result().ifPresent(result -> {
                KnownCounterexamples known =
                        context.requireClassRun().testRun(method.test()).known();
                context.listener().reportingEntryPublished(this, Numbers.of(level, result, known));
            });
            trial.counterexample().ifPresent(file -> Attachment.publish(file, this, context));
        }
        return context;
    }
}

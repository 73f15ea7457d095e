package org.robustest.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A test with its noise levels, which ascend. */
record TestData(
        String module, String className, String method, String displayName, String process, List<LevelData> levels) {

    static final Comparator<TestData> ORDER = Comparator.comparing(TestData::module)
            .thenComparing(TestData::className)
            .thenComparing(TestData::method);

    TestData {
        levels = levels.stream()
                .sorted(Comparator.comparingDouble(LevelData::epsilon))
                .toList();
    }

    boolean isSameAs(TestData other) {
        return ORDER.compare(this, other) == 0;
    }

    /** Tells whether another run of this test was at one of the same noise levels. */
    boolean overlaps(TestData other) {
        return isSameAs(other)
                && levels.stream()
                        .anyMatch(level ->
                                other.levels.stream().anyMatch(otherLevel -> otherLevel.epsilon() == level.epsilon()));
    }

    /** Returns this test with the levels of a later run of it in place of its own. */
    TestData with(TestData later) {
        List<LevelData> all = new ArrayList<>(levels);
        for (LevelData level : later.levels) {
            all.removeIf(old -> old.epsilon() == level.epsilon());
            all.add(level);
        }
        return new TestData(module, className, method, later.displayName, later.process, all);
    }
}

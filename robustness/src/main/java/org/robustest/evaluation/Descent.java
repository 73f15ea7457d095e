package org.robustest.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.robustest.evaluation.AttackRun.Level;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.samples.Sample;

/**
 * One sample's way down the noise levels. What is proved within a larger set holds within a smaller one, and what was searched in
 * vain there is only {@linkplain org.robustest.attack.Attack#recheck rechecked}; a counterexample found within a smaller set
 * holds within a larger one. Since a sample that falls costs little, and one that stands a whole search, that is the cheapest
 * way.
 */
final class Descent {

    private final List<Level> levels;
    private final Verdict before;
    private final Verdict[] reached;
    private final boolean[] isAttacked;
    private int level;

    /**
     * Begins above the largest level.
     *
     * @param levels the noise levels, the smallest first
     * @param before what is known of the sample; it is attacked if it stands, or is open
     */
    Descent(List<Level> levels, Verdict before) {
        this.levels = levels;
        this.before = before;
        this.reached = new Verdict[levels.size()];
        this.isAttacked = new boolean[levels.size()];
        this.level = levels.size() - 1;
    }

    Sample sample() {
        return before.sample();
    }

    /** Returns the index of the level that is next. */
    int level() {
        return level;
    }

    /** Goes down to the next level at which the sample is to be attacked, and tells what is to be tried there; empty if there is none. */
    Optional<Level> next() {
        for (; level >= 0; level--) {
            Level next = levels.get(level);
            if (!isToBeAttacked(before, next.set())) {
                reached[level] = before;
            } else if (holdsFromAbove(next.set())) {
                reached[level] = reached[level + 1];
            } else {
                return Optional.of(hasStoodAround(next.set()) ? next.recheck() : next);
            }
        }
        return Optional.empty();
    }

    private static boolean isToBeAttacked(Verdict verdict, PerturbationSet set) {
        return verdict.isRobust()
                || verdict instanceof Verdict.Open
                || (isBroken(verdict) && !isBrokenIn(set, verdict));
    }

    private boolean holdsFromAbove(PerturbationSet set) {
        return !isHighest()
                && (isBrokenIn(set, reached[level + 1])
                        || (reached[level + 1] instanceof Verdict.Certified && liesInLarger(set)));
    }

    private boolean hasStoodAround(PerturbationSet set) {
        return !isHighest() && reached[level + 1] instanceof Verdict.Unbroken && liesInLarger(set);
    }

    private boolean isHighest() {
        return level == levels.size() - 1;
    }

    private boolean liesInLarger(PerturbationSet set) {
        return isKnown(() -> levels.get(level + 1).set().around(sample()).encloses(set.around(sample())));
    }

    private static boolean isBroken(Verdict verdict) {
        return verdict instanceof Verdict.Broken;
    }

    private static boolean isBrokenIn(PerturbationSet set, Verdict verdict) {
        return verdict instanceof Verdict.Broken broken
                && isKnown(() -> broken.counterexample().liesIn(set));
    }

    /** Asks about regions. A set that refuses the sample is left to the attack in it, which fails and says why. */
    private static boolean isKnown(BooleanSupplier question) {
        try {
            return question.getAsBoolean();
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** Takes in what the attack at the next level has come to, and leaves that level. */
    void settle(Verdict verdict) {
        Verdict earlier = isHighest() ? before : reached[level + 1];
        reached[level] = verdict.after(earlier.effort());
        isAttacked[level] = true;
        level--;
    }

    /** Returns what the attack at a level has come to, if there was one. */
    Optional<Verdict> attacked(int at) {
        return isAttacked[at] ? Optional.of(reached[at]) : Optional.empty();
    }

    /** Returns the verdict at a level, all being done: what has fallen at a smaller one, or has failed, does not stand here. */
    Verdict verdict(int at) {
        Verdict verdict = reached[0];
        for (int larger = 1; larger <= at; larger++) {
            verdict = holdsAbove(verdict, larger) ? verdict : reached[larger];
        }
        return verdict;
    }

    private boolean holdsAbove(Verdict verdict, int larger) {
        return isBrokenIn(levels.get(larger).set(), verdict)
                || (verdict instanceof Verdict.Failed && !isBroken(reached[larger]));
    }
}

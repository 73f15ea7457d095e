package org.robustest.classifier;

/** What a branch and bound has found out about the margins of a class on a set of inputs. */
public sealed interface MarginDecision {

    /**
     * Returns what was spent.
     *
     * @return the number of subproblems that were bounded, 0 if there was no need to split
     */
    int subproblems();

    /**
     * The class has the largest logit for all inputs of the set.
     *
     * @param bound a lower bound, above 0, of its logit less that of any other class
     * @param subproblems the number of subproblems that were bounded
     */
    record Proved(double bound, int subproblems) implements MarginDecision {}

    /**
     * Neither was shown within the budget.
     *
     * @param bound the best lower bound of the least margin; not a number where the bound overflows
     * @param subproblems the number of subproblems that were bounded
     */
    record Undecided(double bound, int subproblems) implements MarginDecision {}

    /** For some input, in the set but for rounding, the logit of another class is as large or larger. */
    final class Refuted implements MarginDecision {

        private final float[] input;
        private final int subproblems;

        /**
         * Creates the decision.
         *
         * @param input the input, row-major {@code [C, L]}; copied
         * @param subproblems the number of subproblems that were bounded
         */
        public Refuted(float[] input, int subproblems) {
            this.input = input.clone();
            this.subproblems = subproblems;
        }

        /**
         * Returns a copy of the input.
         *
         * @return the values, row-major {@code [C, L]}; to be moved to the set, and tried there, before it is believed
         */
        public float[] input() {
            return input.clone();
        }

        @Override
        public int subproblems() {
            return subproblems;
        }

        /** Returns how it was found. */
        @Override
        public String toString() {
            return "refuted after " + subproblems + " subproblems";
        }
    }
}

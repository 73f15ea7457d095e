package org.robustest.benchmarks.verdict;

/** Answers questions about the robustness of one model on some samples, each with the seconds that it took. */
interface Judge {

    /**
     * Answers a question.
     *
     * @param words the question and its numbers
     * @return the seconds, and then the numbers of the answer, separated by spaces
     */
    String answer(String[] words);

    /** Runs what will be asked on little, until it is compiled. */
    void warmUp();
}

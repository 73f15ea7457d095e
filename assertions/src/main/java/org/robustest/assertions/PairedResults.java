package org.robustest.assertions;

import java.util.ArrayList;
import java.util.List;
import org.robustest.evaluation.RobustnessResult;
import org.robustest.statistics.McNemarTest;

/**
 * Two models on the same samples.
 *
 * @param test the comparison
 * @param lost the ids of the samples on which the second model stands and the first one does not
 */
record PairedResults(McNemarTest test, List<String> lost) {

    PairedResults {
        lost = List.copyOf(lost);
    }

    static PairedResults of(RobustnessResult first, RobustnessResult second) {
        List<String> lost = new ArrayList<>();
        int gained = 0;
        for (int i = 0; i < first.verdicts().size(); i++) {
            boolean firstStands = first.verdicts().get(i).isRobust();
            boolean secondStands = second.verdicts().get(i).isRobust();
            if (secondStands && !firstStands) {
                lost.add(first.samples().get(i).id());
            } else if (firstStands && !secondStands) {
                gained++;
            }
        }
        return new PairedResults(new McNemarTest(gained, lost.size()), lost);
    }
}

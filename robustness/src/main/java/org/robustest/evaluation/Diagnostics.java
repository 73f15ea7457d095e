package org.robustest.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was measured of a model, and of searches on it.
 *
 * @param ofModel what counts whatever the verdicts are
 * @param ofSearch what counts where a search has found nothing, and there is no proof
 */
record Diagnostics(List<Diagnostic> ofModel, List<Diagnostic> ofSearch) {

    Diagnostics {
        ofModel = List.copyOf(ofModel);
        ofSearch = List.copyOf(ofSearch);
    }

    /** Returns these with others, which take the place of those of the same name. */
    Diagnostics and(List<Diagnostic> newOfSearch) {
        List<Diagnostic> all = new ArrayList<>(ofSearch);
        for (Diagnostic diagnostic : newOfSearch) {
            all.removeIf(old -> old.name().equals(diagnostic.name()));
            all.add(diagnostic);
        }
        return new Diagnostics(ofModel, all);
    }

    /** Returns them all; a search that no verdict rests on has no consequence. */
    List<Diagnostic> on(List<Verdict> verdicts) {
        boolean isSearchTrusted = verdicts.stream().anyMatch(Verdict.Unbroken.class::isInstance);
        return Stream.concat(
                        ofModel.stream(),
                        ofSearch.stream()
                                .map(diagnostic -> isSearchTrusted ? diagnostic : diagnostic.withoutConsequence()))
                .toList();
    }

    boolean isClear() {
        return Stream.concat(ofModel.stream(), ofSearch.stream()).noneMatch(Diagnostic::isDecisive);
    }
}

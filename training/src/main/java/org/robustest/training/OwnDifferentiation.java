package org.robustest.training;

import java.util.List;
import java.util.Optional;
import org.robustest.dl4j.ImportedNetwork;
import org.robustest.interval.IntervalMargins;
import org.robustest.network.Derivatives;
import org.robustest.network.Network;

/** Differentiates a model that has been imported by our own passes. */
final class OwnDifferentiation implements Differentiation {

    private final ImportedNetwork imported;
    private final Derivatives derivatives;
    private Optional<IntervalMargins> intervalMargins = Optional.empty();

    OwnDifferentiation(ImportedNetwork imported) {
        this.imported = imported;
        this.derivatives = Derivatives.of(imported.network());
    }

    @Override
    public List<float[]> parameters() {
        return imported.network().parameters().stream().map(float[]::clone).toList();
    }

    @Override
    public void fromModel(float[] ofModel, List<float[]> parameters) {
        imported.toNetwork(ofModel, parameters);
    }

    @Override
    public void toModel(List<float[]> parameters, float[] ofModel) {
        imported.toModel(parameters, ofModel);
    }

    @Override
    public BatchPasses at(List<float[]> parameters) {
        return new OwnPasses(derivatives.withParameters(parameters), this::intervalMargins);
    }

    /** Builds the network of the bounds once, and only for an objective that wants it. */
    private IntervalMargins intervalMargins(Network network) {
        IntervalMargins at = intervalMargins
                .map(known -> known.withParameters(network.parameters()))
                .orElseGet(() -> IntervalMargins.of(network));
        intervalMargins = Optional.of(at);
        return at;
    }
}

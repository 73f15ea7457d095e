package org.robustest.interval;

import java.util.List;
import org.robustest.network.Derivatives;
import org.robustest.network.Network;
import org.robustest.network.Objective;

/**
 * Interval bounds of the margins of a network, with their gradients with respect to its parameters (interval bound propagation,
 * Gowal et al., "Scalable Verified Training for Provably Robust Image Classification", ICCV 2019, arXiv:1810.12715).
 *
 * <p>The bounds of an affine layer {@code A x + b} have the centre {@code A c + b} and the radius {@code |A| r}; those of a layer
 * that never decreases are its values at the bounds of its inputs. So the bounds are themselves the outputs of a network,
 * made of the same kinds of layers, and have its passes. A last layer that is {@linkplain
 * org.robustest.network.Passes#differences dense} bounds the differences of logits at once, which is closer than the
 * difference of two bounds.
 *
 * <p>Computed in float32, without an allowance for rounding: for training, not for a proof. Immutable and safe for use by
 * several threads; gives the same bits on any number of them.
 */
public final class IntervalMargins {

    private final int classCount;
    private final Derivatives derivatives;
    private final List<Integer> sources;

    private IntervalMargins(int classCount, Derivatives derivatives, List<Integer> sources) {
        this.classCount = classCount;
        this.derivatives = derivatives;
        this.sources = sources;
    }

    /**
     * Prepares to bound the margins of a network.
     *
     * @param network the network
     * @return its bounds
     * @throws IllegalArgumentException if a layer is neither affine nor never decreasing, with its name
     */
    public static IntervalMargins of(Network network) {
        IntervalGraph graph = new IntervalGraph(network.inputShape());
        int[] next = new int[1];
        BoundedValue logits = network.carry(BoundedValue.input(graph), (passes, inputs) -> {
            int first = next[0];
            next[0] += passes.parameters().size();
            return BoundedValue.behind(passes, first, inputs);
        });
        Network bounds = graph.build(logits.differences());
        return new IntervalMargins(network.classCount(), Derivatives.of(bounds), graph.sources());
    }

    /**
     * Returns the bounds of the network with other parameters, which share the memory of these.
     *
     * @param newParameters the parameters of the network, as {@link Network#withParameters} takes them; copied
     * @return the bounds there
     * @throws IllegalArgumentException if the arrays are not as many and as long as the parameters
     */
    public IntervalMargins withParameters(List<float[]> newParameters) {
        return new IntervalMargins(
                classCount,
                derivatives.withParameters(
                        sources.stream().map(newParameters::get).toList()),
                sources);
    }

    /**
     * Returns the number of classes.
     *
     * @return K, the number of logits of the network
     */
    public int classCount() {
        return classCount;
    }

    /**
     * Bounds the differences of logits on boxes of inputs.
     *
     * @param boxes for each box the lower and then the upper bounds of the input, row-major {@code [N, 2, C, L]}; not changed
     * @param count the number of boxes N, from 0
     * @param differences receives upper bounds of {@code z_k − z_j} at {@code [n, j, k]}, row-major {@code [N, K, K]}: for a label j
     *     the negative lower bounds of its margins
     * @throws IllegalArgumentException if an array is too small for {@code count} boxes
     */
    public void bounds(float[] boxes, int count, float[] differences) {
        derivatives.network().logits(boxes, count, differences);
    }

    /**
     * Adds the gradient of an objective of the bounds, summed over the boxes, to gradients with respect to the parameters.
     *
     * @param boxes as {@link #bounds} takes them
     * @param count the number of boxes N, from 0
     * @param objective the objective; the logits that it is given are the bounds {@code [K, K]} of each box
     * @param gradients receive the gradients, an array for each of the {@linkplain Network#parameters parameters} of the network
     *     and as long
     * @throws IllegalArgumentException if an array is too small for {@code count} boxes, or the gradients are not as many and
     *     as long as the parameters
     */
    public void objectiveGradients(float[] boxes, int count, Objective objective, List<float[]> gradients) {
        List<float[]> ofBounds = sources.stream()
                .map(source -> new float[gradients.get(source).length])
                .toList();
        derivatives.objectiveGradients(boxes, count, objective, new float[count * classCount * classCount], ofBounds);
        for (int p = 0; p < sources.size(); p++) {
            float[] sum = gradients.get(sources.get(p));
            for (int i = 0; i < sum.length; i++) {
                sum[i] += ofBounds.get(p)[i];
            }
        }
    }
}

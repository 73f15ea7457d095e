package org.robustest.jqwik;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCases;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import org.robustest.perturbation.Region;
import org.robustest.samples.InputRange;
import org.robustest.samples.Sample;

/**
 * All perturbations of some samples. The edge cases are, for one sample of each class, no perturbation at all, the corners in
 * which all values rise or fall, and the points nearest to the borders of the range. Where counterexamples are stored, these are
 * the edge cases, so that nothing comes before them.
 */
final class PerturbationArbitrary implements Arbitrary<PerturbedSample> {

    private final Subject subject;
    private final List<Choice> choices;
    private final List<Shrinkable<PerturbedSample>> stored;

    PerturbationArbitrary(Subject subject, List<Choice> choices, List<Shrinkable<PerturbedSample>> stored) {
        this.subject = subject;
        this.choices = choices;
        this.stored = stored;
    }

    @Override
    public RandomGenerator<PerturbedSample> generator(int genSize) {
        return new PerturbationGenerator(subject, choices, stored);
    }

    /** A generator knows how many stored counterexamples it has given, so that each property needs its own. */
    @Override
    public boolean isGeneratorMemoizable() {
        return false;
    }

    @Override
    public EdgeCases<PerturbedSample> edgeCases(int maxEdgeCases) {
        List<Supplier<Shrinkable<PerturbedSample>>> suppliers = new ArrayList<>();
        stored.forEach(each -> suppliers.add(() -> each));
        if (stored.isEmpty()) {
            firstOfEachClass().forEach(sample -> addEdges(sample, suppliers));
        }
        return EdgeCases.fromSuppliers(suppliers.subList(0, Math.min(maxEdgeCases, suppliers.size())));
    }

    private List<Sample> firstOfEachClass() {
        Set<Integer> seen = new HashSet<>();
        List<Sample> first = new ArrayList<>();
        for (Sample sample : subject.samples()) {
            if (seen.add(sample.label())) {
                first.add(sample);
            }
        }
        return first;
    }

    private void addEdges(Sample sample, List<Supplier<Shrinkable<PerturbedSample>>> suppliers) {
        Region region = subject.set().around(sample);
        float[] origin = region.origin(sample).input();
        add(suppliers, sample, region, origin, "no perturbation");
        add(suppliers, sample, region, PerturbationGenerator.extreme(sample, region, 1), "the upper corner");
        add(suppliers, sample, region, PerturbationGenerator.extreme(sample, region, -1), "the lower corner");
        InputRange range = subject.set().range();
        if (Float.isFinite(range.low()) && Float.isFinite(range.high()) && Arrays.equals(origin, sample.input())) {
            add(suppliers, sample, region, near(range.low(), origin, region), "nearest to the lower border");
            add(suppliers, sample, region, near(range.high(), origin, region), "nearest to the upper border");
        }
    }

    private static float[] near(float border, float[] origin, Region region) {
        float[] point = new float[origin.length];
        Arrays.fill(point, border);
        region.project(point);
        return point;
    }

    private void add(
            List<Supplier<Shrinkable<PerturbedSample>>> suppliers,
            Sample sample,
            Region region,
            float[] point,
            String origin) {
        suppliers.add(
                () -> new ShrinkablePerturbation(new PerturbedSample(subject, sample, region, point.clone(), origin)));
    }
}

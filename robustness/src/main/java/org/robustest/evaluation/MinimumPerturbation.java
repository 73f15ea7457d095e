package org.robustest.evaluation;

import java.util.Optional;
import org.robustest.samples.Sample;

/**
 * How small a perturbation can be that changes the answer of a model to one sample: not smaller than what is certified, and not
 * larger than one that does.
 *
 * @param sample the sample
 * @param certified the largest ε tried for which there is a certificate, 0 if there is none
 * @param unbroken the largest ε tried for which no counterexample was found, 0 if there is none
 * @param broken the smallest ε tried for which there is a counterexample: 0 if the model is wrong about the sample itself,
 *     infinity if none was found, NaN if the sample could not be judged
 * @param counterexample the counterexample for that ε, if there is one
 */
public record MinimumPerturbation(
        Sample sample, double certified, double unbroken, double broken, Optional<Counterexample> counterexample) {}

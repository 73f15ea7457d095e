package org.robustest.report;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.robustest.evaluation.RobustnessResult;

/**
 * What became of a test at one noise level.
 *
 * @param className the fully qualified name of the class of the test
 * @param method the name of its method
 * @param displayName what people call the test
 * @param epsilon the size ε of the perturbation, in the unit of the inputs, or 0 where the test has none
 * @param requiredRobust the smallest robust accuracy that passes, from 0 to 1, if there is one
 * @param requiredCertified the smallest certified accuracy that passes, from 0 to 1, if there is one
 * @param outcome how it ended
 * @param message why it ended like that; empty where it passed
 * @param time how long it took
 * @param result what was found, if the evaluation came to an end
 * @param counterexample the file of the worst counterexample, if one was written
 */
public record FinishedTest(
        String className,
        String method,
        String displayName,
        double epsilon,
        OptionalDouble requiredRobust,
        OptionalDouble requiredCertified,
        TestOutcome outcome,
        String message,
        Duration time,
        Optional<RobustnessResult> result,
        Optional<Path> counterexample) {}

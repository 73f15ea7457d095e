package org.robustest.engine.internal;

import java.util.OptionalDouble;

/**
 * One noise level of a test.
 *
 * @param epsilon the size ε of the perturbation
 * @param required the smallest robust accuracy that passes, if the annotation gives one
 * @param requiredCertified the smallest certified accuracy that passes, if the annotation gives one
 */
record Level(double epsilon, OptionalDouble required, OptionalDouble requiredCertified) {}

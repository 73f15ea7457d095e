package org.robustest.store;

/**
 * How the accuracies of a baseline were measured.
 *
 * @param attack the attacks with their settings
 * @param version the version of Robustest
 * @param budget the time that was allowed, such as {@code 60 s}, or {@code unlimited}
 * @param seed the seed
 * @param samples the {@link Hash} of the samples
 * @param model the {@link Hash} of the model
 */
public record Circumstances(String attack, String version, String budget, long seed, String samples, String model) {}

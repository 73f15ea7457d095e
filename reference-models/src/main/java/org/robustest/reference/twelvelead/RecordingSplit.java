package org.robustest.reference.twelvelead;

/**
 * Recordings parted for training, choosing and testing a model; each in one part.
 *
 * @param train the recordings to learn from
 * @param validation the recordings to choose by; possibly none
 * @param test the recordings to be judged on
 */
public record RecordingSplit(Recordings train, Recordings validation, Recordings test) {}

package org.robustest.reference.synthetic;

import org.robustest.reference.beats.BeatClass;

/**
 * A beat of a synthetic ECG.
 *
 * @param time the time of its R peak from the start of the record, in seconds
 * @param beatClass its class
 */
public record SyntheticBeat(double time, BeatClass beatClass) {}

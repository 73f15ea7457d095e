package org.robustest.certificate;

import java.util.Optional;

/** What comes of the attempt to prove that a sample has no counterexample: a certificate, an input to be tried, or neither. */
public final class Conclusion {

    private static final Conclusion OPEN = new Conclusion(Optional.empty(), Optional.empty(), "");

    private final Optional<Certificate> certificate;
    private final Optional<float[]> suspect;
    private final String origin;

    private Conclusion(Optional<Certificate> certificate, Optional<float[]> suspect, String origin) {
        this.certificate = certificate;
        this.suspect = suspect;
        this.origin = origin;
    }

    static Conclusion certified(Certificate certificate) {
        return new Conclusion(Optional.of(certificate), Optional.empty(), "");
    }

    static Conclusion suspected(float[] input, String origin) {
        return new Conclusion(Optional.empty(), Optional.of(input), origin);
    }

    /**
     * Returns the conclusion that there is nothing to conclude.
     *
     * @return the conclusion without a certificate or an input
     */
    public static Conclusion open() {
        return OPEN;
    }

    /**
     * Returns the proof.
     *
     * @return the certificate, if there is one
     */
    public Optional<Certificate> certificate() {
        return certificate;
    }

    /**
     * Returns a copy of an input that the network gets wrong.
     *
     * @return the values, row-major in the shape of the sample, in the region but for rounding; to be moved there and
     *     confirmed before it is called a counterexample
     */
    public Optional<float[]> suspect() {
        return suspect.map(float[]::clone);
    }

    /** Returns where the input was found. */
    @Override
    public String toString() {
        return certificate.map(Certificate::toString).orElse(suspect.isPresent() ? origin : "open");
    }
}

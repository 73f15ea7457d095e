package org.robustest.store;

/** Names of files that every file system takes, made from names that may hold anything. */
final class FileName {

    private static final int LONGEST = 60;

    private FileName() {}

    /** Returns a name that is the same for the same text, different for another, and has no dot or separator in it. */
    static String of(String text) {
        String readable = text.replaceAll("[^A-Za-z0-9_]+", "-").replaceAll("^-+", "");
        return (readable.length() > LONGEST ? readable.substring(0, LONGEST) : readable) + "-"
                + Hash.of(text).substring(0, 8);
    }

    /** Returns the name of a class or method as it is, if every file system takes that. */
    static String ofIdentifier(String identifier) {
        return identifier.matches("[A-Za-z0-9_$]{1,120}") ? identifier : of(identifier);
    }
}

package org.robustest.assertions.error;

import java.util.List;

/** The first of many things, for a message that is to be read. */
final class FirstFew {

    private static final int EXAMPLES = 5;

    private FirstFew() {}

    static String of(List<String> all) {
        String first = String.join(", ", all.subList(0, Math.min(EXAMPLES, all.size())));
        return all.size() > EXAMPLES ? first + ", and " + (all.size() - EXAMPLES) + " more" : first;
    }
}

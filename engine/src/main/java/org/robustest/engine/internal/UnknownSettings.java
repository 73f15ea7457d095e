package org.robustest.engine.internal;

import java.util.List;
import java.util.TreeSet;
import org.junit.platform.engine.ConfigurationParameters;

/** Finds parameters that look like ours and have no effect. */
final class UnknownSettings {

    private UnknownSettings() {}

    /** Returns what has no effect, each a sentence with its remedy. */
    static List<String> in(ConfigurationParameters parameters) {
        TreeSet<String> keys = new TreeSet<>(parameters.keySet());
        keys.addAll(System.getProperties().stringPropertyNames());
        return keys.stream()
                .filter(key -> key.startsWith(Setting.PREFIX) && !Setting.isKnown(key))
                .map(key -> "the configuration parameter " + key + " is not known and has no effect; "
                        + Setting.nearest(key)
                                .map(known -> "did you mean " + known + "?")
                                .orElse("docs/configuration.md lists those that are."))
                .toList();
    }
}

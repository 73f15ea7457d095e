package org.robustest.report;

import java.util.List;

/** The samples by the values of one tag: the least robust values, and how many others there are. */
record TagGroups(String tag, List<Group> values, int leftOut) {

    TagGroups {
        values = List.copyOf(values);
    }
}

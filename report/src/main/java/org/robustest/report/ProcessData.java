package org.robustest.report;

/** A process in which tests ran. */
record ProcessData(String id, String started, String ended, boolean cancelled) {

    /** Returns this process with what it has done later. */
    ProcessData with(ProcessData later) {
        return new ProcessData(
                id, earlier(started, later.started), later(ended, later.ended), cancelled || later.cancelled);
    }

    /** Tells whether it had ended when another one began; times of ISO 8601 in UTC are in the order of their texts. */
    boolean endedBefore(ProcessData other) {
        return ended.compareTo(other.started) < 0;
    }

    static String earlier(String one, String other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    static String later(String one, String other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}

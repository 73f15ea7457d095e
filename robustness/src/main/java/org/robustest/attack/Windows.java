package org.robustest.attack;

/** How {@link Square} perturbs windows of a signal in sets of one kind. */
interface Windows {

    /** Writes a point of the region to begin with. */
    void begin(float[] point);

    /**
     * Changes a point within a window.
     *
     * @param point a point of the region; stays in it
     * @param share the length of the window as a share of the length of the signal
     */
    void change(float[] point, double share);
}

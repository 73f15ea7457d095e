/** How a heartbeat is cut out of an ECG, and the classes that it is put in. */
@NullMarked
package org.robustest.reference.beats;

import org.jspecify.annotations.NullMarked;

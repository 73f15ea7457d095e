/** Reads records and annotations of the WFDB format, as PhysioNet publishes them, and refuses what is damaged. */
@NullMarked
package org.robustest.reference.wfdb;

import org.jspecify.annotations.NullMarked;

/** Reads MAT files of Level 4 and Level 5, and refuses what is damaged. */
@NullMarked
package org.robustest.reference.mat;

import org.jspecify.annotations.NullMarked;

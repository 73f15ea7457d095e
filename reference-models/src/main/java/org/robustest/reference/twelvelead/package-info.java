/** Twelve-lead recordings: their leads, diagnoses and flaws, how they are split, and how networks are fed with them. */
@NullMarked
package org.robustest.reference.twelvelead;

import org.jspecify.annotations.NullMarked;

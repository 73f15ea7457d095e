/** The beats of the MIT-BIH Arrhythmia Database. */
@NullMarked
package org.robustest.reference.mitbih;

import org.jspecify.annotations.NullMarked;

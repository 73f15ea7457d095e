/** Finds the folder that holds the data sets. */
@NullMarked
package org.robustest.reference.data;

import org.jspecify.annotations.NullMarked;

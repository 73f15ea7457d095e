/** Finds the folder that holds the data sets, and reads tables of labels. */
@NullMarked
package org.robustest.reference.data;

import org.jspecify.annotations.NullMarked;

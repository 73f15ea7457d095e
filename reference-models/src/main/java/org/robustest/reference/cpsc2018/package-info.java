/** The recordings of the China Physiological Signal Challenge 2018. */
@NullMarked
package org.robustest.reference.cpsc2018;

import org.jspecify.annotations.NullMarked;

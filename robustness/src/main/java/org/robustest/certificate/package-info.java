/** Proofs that there is no counterexample. */
@NullMarked
package org.robustest.certificate;

import org.jspecify.annotations.NullMarked;

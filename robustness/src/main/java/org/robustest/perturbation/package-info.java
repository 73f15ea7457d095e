/** What the adversary may do to an input. */
@NullMarked
package org.robustest.perturbation;

import org.jspecify.annotations.NullMarked;

/** The searches for a counterexample within a perturbation set. */
@NullMarked
package org.robustest.attack;

import org.jspecify.annotations.NullMarked;

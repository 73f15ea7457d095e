/** Samples, perturbations and attacks as parameters of jqwik properties. */
@NullMarked
package org.robustest.jqwik;

import org.jspecify.annotations.NullMarked;

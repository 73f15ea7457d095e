/** AssertJ assertions on the robustness of a classifier. */
@NullMarked
package org.robustest.assertions;

import org.jspecify.annotations.NullMarked;

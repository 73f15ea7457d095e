/** The kinds of layers, one class each. */
@NullMarked
package org.robustest.layer;

import org.jspecify.annotations.NullMarked;

/** Changes of inputs that a model should follow or pass over: what metamorphic tests are made of. */
@NullMarked
package org.robustest.transformation;

import org.jspecify.annotations.NullMarked;

/** Labelled inputs: what a model is tested on. */
@NullMarked
package org.robustest.samples;

import org.jspecify.annotations.NullMarked;

/** Deeplearning4j models as classifiers. */
@NullMarked
package org.robustest.dl4j;

import org.jspecify.annotations.NullMarked;

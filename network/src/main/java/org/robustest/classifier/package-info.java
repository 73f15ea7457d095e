/** What a model has to answer to be tested: logits, and their vector-Jacobian products. */
@NullMarked
package org.robustest.classifier;

import org.jspecify.annotations.NullMarked;

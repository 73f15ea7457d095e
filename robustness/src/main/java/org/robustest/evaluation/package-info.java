/** Runs attacks over samples and gives each sample its verdict. */
@NullMarked
package org.robustest.evaluation;

import org.jspecify.annotations.NullMarked;

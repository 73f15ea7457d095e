/** The annotations of a robustness test. */
@NullMarked
package org.robustest.engine;

import org.jspecify.annotations.NullMarked;

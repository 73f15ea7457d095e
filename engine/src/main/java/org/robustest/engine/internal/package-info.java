/** The engine that finds and runs robustness tests. */
@NullMarked
package org.robustest.engine.internal;

import org.jspecify.annotations.NullMarked;

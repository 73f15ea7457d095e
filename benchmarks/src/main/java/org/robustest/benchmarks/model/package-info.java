/** The models that are measured. */
@NullMarked
package org.robustest.benchmarks.model;

import org.jspecify.annotations.NullMarked;

/** What a model costs beside its gradients: memory for many samples, and time to start. */
@NullMarked
package org.robustest.benchmarks.jvm;

import org.jspecify.annotations.NullMarked;

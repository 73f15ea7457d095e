/** What a person types, and what is printed. */
@NullMarked
package org.robustest.benchmarks.commandline;

import org.jspecify.annotations.NullMarked;

/** Random numbers that depend on what they are for, and on nothing else. */
@NullMarked
package org.robustest.random;

import org.jspecify.annotations.NullMarked;

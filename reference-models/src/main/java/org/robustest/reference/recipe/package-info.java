/** How the reference models are made: their architecture, their training, and the command that does it again. */
@NullMarked
package org.robustest.reference.recipe;

import org.jspecify.annotations.NullMarked;

/** The reference models that are shipped, with their weights. */
@NullMarked
package org.robustest.reference.model;

import org.jspecify.annotations.NullMarked;

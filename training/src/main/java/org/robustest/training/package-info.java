/** Training of DL4J models so that they become robust: objectives, and the trainer that minimises them. */
@NullMarked
package org.robustest.training;

import org.jspecify.annotations.NullMarked;

/** What a failed assertion says: one class a message. */
@NullMarked
package org.robustest.assertions.error;

import org.jspecify.annotations.NullMarked;

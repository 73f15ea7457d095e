/** What attacks and those who judge them have in common. */
@NullMarked
package org.robustest.attack.internal;

import org.jspecify.annotations.NullMarked;

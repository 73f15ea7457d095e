/** What became of the tests of a run: as versioned JSON, and as a page for people. */
@NullMarked
package org.robustest.report;

import org.jspecify.annotations.NullMarked;

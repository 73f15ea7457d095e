/** Downloads data sets file by file, and keeps only what agrees with its published checksum. */
@NullMarked
package org.robustest.reference.download;

import org.jspecify.annotations.NullMarked;

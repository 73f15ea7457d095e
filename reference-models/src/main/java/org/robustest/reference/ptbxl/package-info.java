/** Recordings of PTB-XL whose diagnoses are among those of CPSC2018. */
@NullMarked
package org.robustest.reference.ptbxl;

import org.jspecify.annotations.NullMarked;

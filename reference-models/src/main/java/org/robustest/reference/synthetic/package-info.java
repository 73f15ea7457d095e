/** ECGs and beats computed from a dynamical model, for whatever has to run without real data. */
@NullMarked
package org.robustest.reference.synthetic;

import org.jspecify.annotations.NullMarked;

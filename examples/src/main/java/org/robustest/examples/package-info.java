/** What a project that tests its models with Robustest looks like: here is the model, the tests are beside it. */
@NullMarked
package org.robustest.examples;

import org.jspecify.annotations.NullMarked;

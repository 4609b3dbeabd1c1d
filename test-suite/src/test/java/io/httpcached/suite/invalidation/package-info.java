/** Invalidations and what races with them: whatever the order, nobody who asks after an invalidation is answered from before it. */
@NullMarked
package io.httpcached.suite.invalidation;

import org.jspecify.annotations.NullMarked;

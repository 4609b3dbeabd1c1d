/** A long mixed load with faults, on two nodes that share a Redis server. It is not part of the test command. */
@NullMarked
package io.httpcached.suite.load;

import org.jspecify.annotations.NullMarked;

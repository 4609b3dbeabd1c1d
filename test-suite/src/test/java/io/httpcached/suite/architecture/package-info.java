/** The arrows between packages, and what no class of ours may touch. */
@NullMarked
package io.httpcached.suite.architecture;

import org.jspecify.annotations.NullMarked;

/** Tests of the entry store in a backend. */
@NullMarked
package io.httpcached.engine.remote;

import org.jspecify.annotations.NullMarked;

/** Tests of what lies between the pipeline and a backend. */
@NullMarked
package io.httpcached.engine.remote;

import org.jspecify.annotations.NullMarked;

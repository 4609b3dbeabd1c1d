/** Tests of backends with real servers, and the code that finds, starts, kills and restarts these servers. */
@NullMarked
package io.httpcached.suite.backend;

import org.jspecify.annotations.NullMarked;

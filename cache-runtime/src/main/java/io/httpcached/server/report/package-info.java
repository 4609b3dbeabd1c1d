/** Statistics and explanations that applications and the management endpoint read. */
@NullMarked
package io.httpcached.server.report;

import org.jspecify.annotations.NullMarked;

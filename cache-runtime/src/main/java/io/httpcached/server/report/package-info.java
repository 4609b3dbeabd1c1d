/** Statistics and explanations, which applications inject and the management endpoint shows. */
@NullMarked
package io.httpcached.server.report;

import org.jspecify.annotations.NullMarked;

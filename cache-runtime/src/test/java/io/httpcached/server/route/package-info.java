/** The writers that generated code calls. */
@NullMarked
package io.httpcached.server.route;

import org.jspecify.annotations.NullMarked;

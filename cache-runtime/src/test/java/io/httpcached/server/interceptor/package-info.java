/** The writers that generated code calls. */
@NullMarked
package io.httpcached.server.interceptor;

import org.jspecify.annotations.NullMarked;

/** Bodies and responses. */
@NullMarked
package io.httpcached.server.body;

import org.jspecify.annotations.NullMarked;

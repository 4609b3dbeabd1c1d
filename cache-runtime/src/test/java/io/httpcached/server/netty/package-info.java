@NullMarked
package io.httpcached.server.netty;

import org.jspecify.annotations.NullMarked;

/** A gateway that forwards requests to another server and caches the answers by that server's own header fields. */
@NullMarked
package io.httpcached.example.gateway;

import org.jspecify.annotations.NullMarked;

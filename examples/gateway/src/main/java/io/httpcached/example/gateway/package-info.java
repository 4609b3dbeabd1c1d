/** A gateway that forwards requests to an origin server and caches its responses as their header fields permit. */
@NullMarked
package io.httpcached.example.gateway;

import org.jspecify.annotations.NullMarked;

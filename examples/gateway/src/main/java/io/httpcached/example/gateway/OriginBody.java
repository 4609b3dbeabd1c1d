package io.httpcached.example.gateway;

import io.micronaut.http.body.CloseableByteBody;

/**
 * A body as it comes from the origin, perhaps while it is still coming. It can be read once.
 *
 * @param bytes the body
 */
record OriginBody(CloseableByteBody bytes) {}

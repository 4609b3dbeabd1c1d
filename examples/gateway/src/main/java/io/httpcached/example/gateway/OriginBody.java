package io.httpcached.example.gateway;

import io.micronaut.http.body.CloseableByteBody;

/**
 * The body of a response from the origin, which may still be arriving. It can be read once.
 *
 * @param bytes the body
 */
record OriginBody(CloseableByteBody bytes) {}

package io.httpcached.core;

/**
 * What a handler answered, without the body.
 *
 * @param status the status code
 * @param fields the header fields
 */
public record CacheResponse(int status, Fields fields) {}

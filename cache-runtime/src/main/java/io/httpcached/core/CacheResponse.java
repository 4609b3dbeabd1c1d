package io.httpcached.core;

/**
 * A handler response without its body.
 *
 * @param status the status code
 * @param fields the header fields
 */
public record CacheResponse(int status, Fields fields) {}

package io.httpcached.server.body;

/**
 * An encoded body as an object for application code.
 *
 * @param value the object, which shares no bytes with the store
 * @param encoded the encoded body that the object had at the beginning
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record BodyObject(Object value, byte[] encoded) {}

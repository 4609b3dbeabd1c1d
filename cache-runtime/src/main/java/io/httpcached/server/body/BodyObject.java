package io.httpcached.server.body;

import io.micronaut.core.io.Writable;

/**
 * An encoded body as an object for application code.
 *
 * @param value the object, which shares no bytes with the store
 * @param encoded the encoded body that the object had at the beginning
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record BodyObject(Object value, byte[] encoded) {

    /** Returns whether application code may have changed the object in place. */
    boolean isMutable() {
        return !(value instanceof String
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Character
                || value instanceof Enum
                || value instanceof Writable);
    }
}

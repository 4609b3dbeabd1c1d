package io.httpcached.server.request;

import io.httpcached.core.RequestPart;
import org.jspecify.annotations.Nullable;

/** Learns which parts of a request are read. Thread-safe, because a handler may read on several threads. */
public interface ReadObserver {

    /**
     * A part of the request was read.
     *
     * @param part the part
     */
    void read(RequestPart part);

    /** Code iterated over all header fields. */
    void readAllFields();

    /** Code iterated over all query parameters, decoded. */
    void readAllParameters();

    /**
     * An attribute was read that code behind the cache did not set.
     *
     * @param name the name of the attribute
     * @param value its value, or null
     */
    void readAttribute(String name, @Nullable Object value);

    /**
     * Code behind the cache is about to change an attribute.
     *
     * @param name the name of the attribute
     * @param value the value before, or null
     */
    void changeAttribute(String name, @Nullable Object value);

    /** The user was read. */
    void readUser();

    /**
     * A property of the client was read by which no response can be shared.
     *
     * @param property the property, for messages
     */
    void readProperty(String property);
}

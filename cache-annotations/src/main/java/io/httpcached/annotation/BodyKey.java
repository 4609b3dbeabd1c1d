package io.httpcached.annotation;

/** The form in which the body of a request is part of the key, on a route that is cached by its body. */
public enum BodyKey {

    /** The bytes as the client sent them, with the content type. Two bodies that differ in any byte have different entries. */
    BYTES,

    /**
     * For a JSON content type, the body without insignificant white space, and with the members of objects sorted by name. Numbers
     * and texts stay as the client spelled them. A body that is not JSON, has duplicate names, or is nested too deeply is taken as
     * bytes. Use it only if the handler does not depend on the order of members.
     */
    JSON
}

package io.httpcached.processor.model;

/**
 * A class that {@code HttpCached#key} names.
 *
 * @param name its qualified name as source code writes it
 * @param reflectionName its binary name, which is the name of its part in keys
 * @param kind its kind
 */
public record ContributorType(String name, String reflectionName, Kind kind) {

    /** The kinds of classes. */
    public enum Kind {
        /** A contributor to the keys of routes that name it. */
        OF_ROUTES,
        /** A contributor to the keys of all routes, which need not name it. */
        OF_ALL_ROUTES,
        /** Not a contributor; the compiler of Java checks this, that of Groovy does not. */
        NONE
    }
}

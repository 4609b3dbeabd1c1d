package io.httpcached.processor.model;

/**
 * The class that {@code HttpCached#version} names.
 *
 * @param name its qualified name as source code writes it
 * @param implementsVersionSource whether it implements {@code VersionSource}; the compiler of Java checks this, that of Groovy
 *     does not
 */
public record VersionType(String name, boolean implementsVersionSource) {

    /** The default value: the route has no version source. */
    public static final VersionType NONE = new VersionType("io.httpcached.annotation.VersionSource.None", true);
}

package io.httpcached.processor.model;

/**
 * The class that {@code HttpCached#version} names.
 *
 * @param name its qualified name as source code writes it
 * @param knowsVersions whether it is a version source
 */
public record VersionType(String name, boolean knowsVersions) {

    /** No class is named. */
    public static final VersionType NONE = new VersionType("void", true);
}

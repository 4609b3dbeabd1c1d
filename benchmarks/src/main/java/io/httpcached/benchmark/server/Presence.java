package io.httpcached.benchmark.server;

/** Whether the module is part of the application. */
public enum Presence {
    /** The module's jars are on the class path, and other routes of the application are cached. */
    PRESENT,
    /** The class path is without the module's jars; the application is the same. */
    ABSENT;

    private static final String CLASS_OF_THE_MODULE = "io/httpcached/HttpCache.class";

    /** {@return what is true of this JVM} */
    static Presence ofThisJvm() {
        return Presence.class.getClassLoader().getResource(CLASS_OF_THE_MODULE) == null ? ABSENT : PRESENT;
    }
}

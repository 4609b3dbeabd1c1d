package io.httpcached.benchmark;

/**
 * Says whether a part of the module is on the class path of a benchmark's JVM. A module that is only disabled by
 * configuration still loads classes, so the comparison leaves it out of the class path.
 */
public enum Presence {
    /** The part is on the class path. */
    PRESENT,
    /** The part is not on the class path. */
    ABSENT;

    /**
     * Checks this JVM's class path.
     *
     * @param className the name of a class of the part
     * @throws IllegalStateException if the class is absent but should be present, or the reverse
     */
    public void require(String className) {
        boolean found = Presence.class.getClassLoader().getResource(className.replace('.', '/') + ".class") != null;
        if (found != (this == PRESENT)) {
            throw new IllegalStateException(className + " should be " + this + " on the class path, but is not");
        }
    }
}

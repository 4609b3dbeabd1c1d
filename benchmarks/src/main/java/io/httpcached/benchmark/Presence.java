package io.httpcached.benchmark;

/**
 * Whether a part of the module is on the class path of a benchmark's JVM. Leaving it out is the only absence that proves
 * anything: what is switched off by configuration still loads.
 */
public enum Presence {
    /** It is there. */
    PRESENT,
    /** It is not. */
    ABSENT;

    /**
     * Requires that this is true of this JVM.
     *
     * @param className a class of that part
     * @throws IllegalStateException if it is not
     */
    public void require(String className) {
        boolean found = Presence.class.getClassLoader().getResource(className.replace('.', '/') + ".class") != null;
        if (found != (this == PRESENT)) {
            throw new IllegalStateException(className + " is to be " + this + " on the class path, and is not");
        }
    }
}

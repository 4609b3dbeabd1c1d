package io.httpcached.suite.conformance;

/** The strength of the requirement that a case tests. */
enum Kind {
    /** The standard says MUST or MUST NOT. */
    REQUIRED,
    /** The standard says SHOULD or MAY, or good caches do it. */
    OPTIONAL,
    /**
     * The standard leaves the behavior open. The case records the behavior of this cache, so that it changes only on
     * purpose.
     */
    CHECK
}

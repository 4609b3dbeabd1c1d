package io.httpcached.suite.conformance;

/** How much a case weighs. */
enum Kind {
    /** The standard says MUST or MUST NOT. */
    REQUIRED,
    /** The standard says SHOULD or MAY, or a better cache does it. */
    OPTIONAL,
    /** The standard leaves it open; the case records what this cache does, so that it changes only on purpose. */
    CHECK
}

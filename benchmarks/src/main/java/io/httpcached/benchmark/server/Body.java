package io.httpcached.benchmark.server;

/** The body sizes of each kind of route. */
public enum Body {
    /** About 200 bytes. */
    SMALL("200 B"),
    /** About 1.7 KB. */
    MEDIUM("1.7 KB"),
    /** About 200 KB. */
    LARGE("200 KB");

    private final String label;

    Body(String label) {
        this.label = label;
    }

    /** Returns the size as text. */
    public String label() {
        return label;
    }

    /** Returns the last path segment of the routes with this body. */
    public String segment() {
        return switch (this) {
            case SMALL -> "small";
            case MEDIUM -> "medium";
            case LARGE -> "large";
        };
    }
}

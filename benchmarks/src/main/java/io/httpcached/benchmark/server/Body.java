package io.httpcached.benchmark.server;

/** The sizes of body that each kind of route answers with. */
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

    /** {@return the size in words} */
    public String label() {
        return label;
    }

    /** {@return the last segment of the routes with that body} */
    public String segment() {
        return switch (this) {
            case SMALL -> "small";
            case MEDIUM -> "medium";
            case LARGE -> "large";
        };
    }
}

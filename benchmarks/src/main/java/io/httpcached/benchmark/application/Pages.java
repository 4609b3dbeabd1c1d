package io.httpcached.benchmark.application;

import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;

/**
 * The three pages that all routes return. They are created before the first request, so a handler that returns one
 * costs no more than its serialization.
 */
@Singleton
public final class Pages {

    private final Page small = Page.of(1);
    private final Page medium = Page.of(15);
    private final Page large = Page.of(1_780);
    private final JsonMapper json;

    Pages(JsonMapper json) {
        this.json = json;
    }

    /** Returns the page of about 200 bytes. */
    Page small() {
        return small;
    }

    /** Returns the page of about 1.7 KB. */
    Page medium() {
        return medium;
    }

    /** Returns the page of about 200 KB. */
    Page large() {
        return large;
    }

    /** Returns the page of a size, as routes name it. */
    public Page of(String size) {
        return switch (size) {
            case "small" -> small;
            case "medium" -> medium;
            case "large" -> large;
            default -> throw new IllegalArgumentException("The size must be small, medium or large, but was " + size);
        };
    }

    /** Returns the page in JSON as the server writes it. */
    public byte[] bytes(Page page) throws IOException {
        return json.writeValueAsBytes(page);
    }
}

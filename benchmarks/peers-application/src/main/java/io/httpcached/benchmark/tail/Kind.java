package io.httpcached.benchmark.tail;

/** The kinds of requests, distinguished by the field {@code Cache-Status} of their responses. */
enum Kind {
    HIT("hit"),
    MISS("miss"),
    WRITE("write"),
    CONSTANT("constant bytes, no cache");

    private final String label;

    Kind(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}

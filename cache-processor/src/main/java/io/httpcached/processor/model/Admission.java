package io.httpcached.processor.model;

/** Who may call a route, as far as annotations say. */
public sealed interface Admission {

    /** No annotation says it. */
    record Unsaid() implements Admission {}

    /**
     * Anybody, known or not.
     *
     * @param annotation what says so, as the source writes it
     */
    record Everybody(String annotation) implements Admission {}

    /**
     * Some users only.
     *
     * @param annotation what says so, as the source writes it
     */
    record Some(String annotation) implements Admission {}
}

package io.httpcached.processor.model;

/** The users who may call a route according to its security annotations. */
public sealed interface RouteAccess {

    /** No annotation restricts or opens the route. */
    record Unspecified() implements RouteAccess {}

    /**
     * Anyone may call the route, authenticated or not.
     *
     * @param annotation the annotation that opens it, as the source writes it
     */
    record Open(String annotation) implements RouteAccess {}

    /**
     * Only some users may call the route.
     *
     * @param annotation the annotation that restricts it, as the source writes it
     */
    record Restricted(String annotation) implements RouteAccess {}
}

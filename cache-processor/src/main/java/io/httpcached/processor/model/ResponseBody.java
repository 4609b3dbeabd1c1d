package io.httpcached.processor.model;

/** What a route returns, seen through {@code HttpResponse}, {@code Optional}, stages and reactive types. */
public sealed interface ResponseBody {

    /** A body that is complete when the server begins to send it. */
    record Whole() implements ResponseBody {}

    /**
     * No body and no response either: the method returns nothing that could be stored.
     *
     * @param type the return type
     */
    record Nothing(String type) implements ResponseBody {}

    /**
     * A body that is produced while it is sent.
     *
     * @param type the type that streams
     */
    record Streamed(String type) implements ResponseBody {}
}

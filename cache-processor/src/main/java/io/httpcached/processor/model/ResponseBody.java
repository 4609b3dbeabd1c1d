package io.httpcached.processor.model;

/** The kind of body that a route returns, inside {@code HttpResponse}, {@code Optional}, stages and reactive types. */
public sealed interface ResponseBody {

    /** A body that is complete before the server sends it. */
    record Whole() implements ResponseBody {}

    /**
     * The method returns neither a body nor a response.
     *
     * @param type the return type
     */
    record Nothing(String type) implements ResponseBody {}

    /**
     * A body that is produced while it is sent.
     *
     * @param type the streaming type
     */
    record Streamed(String type) implements ResponseBody {}

    /** A body that {@code @SessionValue} at the method stores in the session of the user. */
    record SessionValue() implements ResponseBody {}
}

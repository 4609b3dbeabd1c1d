package io.httpcached.core;

/**
 * What is to be done with a request. Ages and times to live are whole seconds; a time to live is 0 or negative when the
 * response is stale.
 */
public sealed interface Reuse {

    /**
     * Answer with the stored response, which is fresh.
     *
     * @param age its age
     * @param ttl its remaining life
     */
    record Serve(long age, long ttl) implements Reuse {}

    /**
     * Answer with the stored response although it is stale (RFC 9111 §4.2.4).
     *
     * @param age its age
     * @param ttl its remaining life, 0 or negative
     * @param refresh whether to fetch it anew in the background (RFC 5861 §3)
     */
    record ServeStale(long age, long ttl, boolean refresh) implements Reuse {}

    /**
     * Call the handler with the stored validators, if there are any (RFC 9111 §4.3).
     *
     * @param why the reason
     * @param age the age of the stored response
     * @param ttl its remaining life
     * @param staleIfError whether the stored response may be the answer should the handler fail (RFC 5861 §4)
     */
    record Revalidate(Forwarding why, long age, long ttl, boolean staleIfError) implements Reuse {}

    /**
     * Call the handler as if nothing were stored.
     *
     * @param why the reason
     * @param store whether the answer may be considered for storing
     */
    record Forward(Forwarding why, boolean store) implements Reuse {}

    /** Answer with 504: the client wants a stored response or none (RFC 9111 §5.2.1.7). */
    record Refuse() implements Reuse {}
}

package io.httpcached.engine;

import java.util.List;

/** The facts about a request that an {@link EntryStore} needs. A store asks only for those that it uses. */
public interface StoreRequest {

    /** {@return the tags known from the request} */
    List<String> tags();

    /** {@return the deadline of the request, the same object each time; only for stores that can make a request wait} */
    Deadline deadline();

    /** {@return whether a near copy of the entry may be used and kept} Only for stores with a near tier. */
    default boolean near() {
        return false;
    }

    /**
     * Creates a store request of given facts, for which no near copy may be used.
     *
     * @param tags the tags known from the request
     * @param deadline the deadline
     * @return the request
     */
    static StoreRequest of(List<String> tags, Deadline deadline) {
        return of(tags, deadline, false);
    }

    /**
     * Creates a store request of given facts.
     *
     * @param tags the tags known from the request
     * @param deadline the deadline
     * @param near whether a near copy of the entry may be used and kept
     * @return the request
     */
    static StoreRequest of(List<String> tags, Deadline deadline, boolean near) {
        return new Known(tags, deadline, near);
    }

    /**
     * A store request whose facts are known.
     *
     * @param tags the tags known from the request
     * @param deadline the deadline
     * @param near whether a near copy of the entry may be used and kept
     */
    record Known(List<String> tags, Deadline deadline, boolean near) implements StoreRequest {}
}

package io.httpcached.engine;

import io.httpcached.core.RequestPart;
import io.httpcached.core.StoredResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The result of a {@link SharedFetch} for those who share it. */
sealed interface FetchResult {

    /**
     * The response may be stored, so it may answer waiters (RFC 9111 §4).
     *
     * @param response the response
     * @param variants the request parts that it varies on
     * @param variant the values of those parts in the leader's request
     * @param tags the tags that invalidate the response, including those that only the handler knew
     * @param leaderAnswer the answer to the leader's request
     */
    record Shared(
            StoredResponse response, List<RequestPart> variants, String variant, List<String> tags, Answer leaderAnswer)
            implements FetchResult {}

    /**
     * The response is for the leader only.
     *
     * @param leaderAnswer the answer to the leader's request if its handler ran in the background; null if the response
     *     can be sent only once, or depends on more of the run than request parts
     * @param variants the request parts that its handler read beside the key
     * @param variant the values of those parts in the run
     */
    record NotShared(@Nullable Answer leaderAnswer, List<RequestPart> variants, String variant)
            implements FetchResult {}

    /**
     * The handler failed, for several leaders if there were waiters.
     *
     * @param status the status of the last failure
     */
    record Failed(int status) implements FetchResult {}

    /**
     * The waiter runs the handler as the next leader.
     *
     * @param lease the lease of the leader before
     */
    record TakeOver(Lease lease) implements FetchResult {}

    /**
     * The handler did not respond in time for a request that can serve a stale response.
     *
     * @param soft whether it took longer than the route permits, and not than any request waits
     */
    record TimedOut(boolean soft) implements FetchResult {}
}

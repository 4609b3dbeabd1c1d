package io.httpcached.test;

import io.httpcached.annotation.DurationText;
import io.httpcached.test.CacheStatus.Outcome;
import io.httpcached.test.Scenario.Step;
import io.micronaut.http.HttpMethod;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about the responses of a route. Each sends requests over a socket and reads {@code Cache-Status}. It begins and ends
 * with an empty cache and a {@link CacheTestClock} at the real time, which stands still in between, so assertions do not depend on
 * each other. A failure lists the requests with their statuses and {@code Cache-Status}. Immutable.
 */
public final class CachedRouteAssert {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private static final String JSON = "application/json";

    /** The values that select another response than the request of the client without the field. */
    private static final Map<String, String> OTHER_VALUES =
            Map.of("accept", "application/x-httpcached-test", "accept-language", "eo");

    private final CacheTester tester;
    private final RouteRequest request;
    private final @Nullable TestUser editor;

    CachedRouteAssert(CacheTester tester, RouteRequest request) {
        this(tester, request, null);
    }

    private CachedRouteAssert(CacheTester tester, RouteRequest request, @Nullable TestUser editor) {
        this.tester = tester;
        this.request = request;
        this.editor = editor;
    }

    /**
     * Sends a header field with each request to the route.
     *
     * @param field the name of the field
     * @param value its value
     * @return assertions about the route with this field
     */
    public CachedRouteAssert with(String field, String value) {
        return new CachedRouteAssert(tester, request.with(field, value), editor);
    }

    /**
     * Sends the requests to the route as a user.
     *
     * @param user the user
     * @return assertions about the route for this user
     */
    public CachedRouteAssert as(TestUser user) {
        return new CachedRouteAssert(tester, request.as(user), editor);
    }

    /**
     * Sends the changes of {@code isInvalidatedBy} and {@code survives} as a user. Without this method, a guest sends them.
     *
     * @param user a user who may change data
     * @return assertions about the route with changes by this user
     */
    public CachedRouteAssert changedBy(TestUser user) {
        return new CachedRouteAssert(tester, request, user);
    }

    /**
     * Verifies that a response of the route is stored, and fresh for exactly this time.
     *
     * @param time the time, such as {@code 90s}, {@code 10m} or {@code PT10M}
     * @return this
     * @throws IllegalArgumentException if the text is not a duration of whole seconds, or less than one second
     */
    public CachedRouteAssert isCachedFor(String time) {
        return isCachedFor(DurationText.parse(time));
    }

    /**
     * Verifies that a response of the route is stored, and fresh for exactly this time: one second before its end a request is a hit,
     * and at its end no more. A stale hit does not count as a hit. On a route with {@code refreshAhead}, the first of these requests may
     * replace the entry, so that the second one is a hit as well: such a route is not cached for an exact time.
     *
     * @param time the time, in whole seconds
     * @return this
     * @throws IllegalArgumentException if the time is not in whole seconds, or less than one second
     */
    public CachedRouteAssert isCachedFor(Duration time) {
        if (time.compareTo(SECOND) < 0 || time.toNanosPart() != 0) {
            throw new IllegalArgumentException(
                    "The time must be in whole seconds, and at least 1s, but was " + time + '.');
        }
        return verify("to be cached for " + Times.text(time), scenario -> {
            scenario.store("at first", request);
            Duration before = time.minus(SECOND);
            tester.clock().advance(before);
            if (!scenario.send("after " + Times.text(before), request).is(Outcome.HIT)) {
                throw scenario.failure("it was not fresh any more after " + Times.text(before));
            }
            tester.clock().advance(SECOND);
            if (scenario.send("after " + Times.text(time), request).is(Outcome.HIT)) {
                throw scenario.failure("it was still fresh after " + Times.text(time));
            }
        });
    }

    /**
     * Verifies that no response of the route is stored, and that none answers the next request.
     *
     * @return this
     */
    public CachedRouteAssert isNotCached() {
        return verify("not to be cached", scenario -> {
            Step first = scenario.send("first", request);
            Step second = scenario.send("second", request);
            if (first.isStored() || second.isStored()) {
                throw scenario.failure("a response was stored");
            }
            if (second.isFromStore()) {
                throw scenario.failure("the second request was answered from the cache");
            }
        });
    }

    /**
     * Verifies that a header field of the request selects the response: {@code Vary} names it, and a request with another value is
     * not answered with the stored response. The other value is one that routes do not expect. If the route maps it to the same
     * response, as it may do with a language that the application does not support, use {@link #variesOn(String, String, String)}.
     *
     * @param field the name of the field
     * @return this
     */
    public CachedRouteAssert variesOn(String field) {
        String other = OTHER_VALUES.getOrDefault(field.toLowerCase(Locale.ROOT), "httpcached-test");
        return verify("to vary on " + field, scenario -> {
            scenario.requireVary(scenario.fill(request, ""), field);
            if (scenario.send("with " + field + ": " + other, request.with(field, other))
                    .isFromStore()) {
                throw scenario.failure("a request with another " + field + " received the stored response");
            }
        });
    }

    /**
     * Verifies that a header field of the request selects the response: {@code Vary} names it, and each of two values has a stored
     * response of its own.
     *
     * @param field the name of the field
     * @param value a value
     * @param other another value
     * @return this
     */
    public CachedRouteAssert variesOn(String field, String value, String other) {
        return verify("to vary on " + field, scenario -> {
            RouteRequest one = request.with(field, value);
            RouteRequest two = request.with(field, other);
            scenario.requireVary(scenario.fill(one, " with " + value), field);
            if (scenario.store("first with " + other, two).isFromStore()) {
                throw scenario.failure("a request with " + other + " received the response to " + value);
            }
            for (RouteRequest again : new RouteRequest[] {two, one}) {
                if (!scenario.send("again with " + again.fields().get(field), again)
                        .is(Outcome.HIT)) {
                    throw scenario.failure("one of the responses did not stay in the cache");
                }
            }
        });
    }

    /**
     * Verifies that a request without content invalidates the stored response of the route.
     *
     * @param method the method of the change
     * @param target its path with the context path, and its query if there is one
     * @return this
     */
    public CachedRouteAssert isInvalidatedBy(HttpMethod method, String target) {
        return isInvalidatedBy(new RouteRequest(method, target, Map.of(), null));
    }

    /**
     * Verifies that a request with JSON as content invalidates the stored response of the route.
     *
     * @param method the method of the change
     * @param target its path with the context path, and its query if there is one
     * @param json its content
     * @return this
     */
    public CachedRouteAssert isInvalidatedBy(HttpMethod method, String target, String json) {
        return isInvalidatedBy(method, target, json, JSON);
    }

    /**
     * Verifies that a request invalidates the stored response of the route: the next request to the route is not a hit. A soft
     * invalidation makes it a stale hit, which passes as well.
     *
     * @param method the method of the change
     * @param target its path with the context path, and its query if there is one
     * @param content its content
     * @param contentType the media type of the content
     * @return this
     */
    public CachedRouteAssert isInvalidatedBy(HttpMethod method, String target, String content, String contentType) {
        return isInvalidatedBy(RouteRequest.with(method, target, content, contentType));
    }

    private CachedRouteAssert isInvalidatedBy(RouteRequest change) {
        return verify("to be invalidated by " + change, scenario -> {
            if (afterChange(scenario, change).is(Outcome.HIT)) {
                throw scenario.failure("the next request was a hit");
            }
        });
    }

    /**
     * Verifies that a request without content leaves the stored response of the route in the cache.
     *
     * @param method the method of the change
     * @param target its path with the context path, and its query if there is one
     * @return this
     */
    public CachedRouteAssert survives(HttpMethod method, String target) {
        return survives(new RouteRequest(method, target, Map.of(), null));
    }

    /**
     * Verifies that a request with JSON as content leaves the stored response of the route in the cache.
     *
     * @param method the method of the change
     * @param target its path with the context path, and its query if there is one
     * @param json its content
     * @return this
     */
    public CachedRouteAssert survives(HttpMethod method, String target, String json) {
        return survives(method, target, json, JSON);
    }

    /**
     * Verifies that a request leaves the stored response of the route in the cache: the next request to the route is a hit.
     *
     * @param method the method of the change
     * @param target its path with the context path, and its query if there is one
     * @param content its content
     * @param contentType the media type of the content
     * @return this
     */
    public CachedRouteAssert survives(HttpMethod method, String target, String content, String contentType) {
        return survives(RouteRequest.with(method, target, content, contentType));
    }

    private CachedRouteAssert survives(RouteRequest change) {
        return verify("to survive " + change, scenario -> {
            if (!afterChange(scenario, change).is(Outcome.HIT)) {
                throw scenario.failure("the next request was no hit");
            }
        });
    }

    /**
     * Verifies that each of two users has a stored response of their own: neither the other user nor a guest receives it, and
     * {@code Cache-Control} forbids other caches to share it.
     *
     * @param one a user
     * @param other another user
     * @return this
     * @throws IllegalArgumentException if the users are the same
     */
    public CachedRouteAssert isPrivatePerUser(TestUser one, TestUser other) {
        if (one.isSame(other)) {
            throw new IllegalArgumentException("The users must differ, but both are " + one + '.');
        }
        return verify("to be private to each user", scenario -> {
            Step first = scenario.fill(request.as(one), " as " + one);
            if (scenario.send("first as " + other, request.as(other)).isFromStore()) {
                throw scenario.failure(other + " received the response of " + one);
            }
            if (scenario.send("as a guest", request).isFromStore()) {
                throw scenario.failure("a guest received the response of a user");
            }
            for (TestUser user : new TestUser[] {other, one}) {
                if (!scenario.send("again as " + user, request.as(user)).is(Outcome.HIT)) {
                    throw scenario.failure("the response of " + user + " did not stay in the cache");
                }
            }
            if (!first.lists("Cache-Control", "private") && !first.lists("Cache-Control", "no-store")) {
                throw scenario.failure(
                        "its Cache-Control '" + first.field("Cache-Control") + "' permits other caches to share it");
            }
        });
    }

    /** Fills the cache, changes data, and sends the request again. */
    private Step afterChange(Scenario scenario, RouteRequest change) {
        scenario.fill(request, "");
        if (scenario.send("the change", change.as(editor)).isError()) {
            throw scenario.failure("the change failed");
        }
        return scenario.send("after the change", request);
    }

    private CachedRouteAssert verify(String expectation, Consumer<Scenario> steps) {
        tester.verify("Expected " + request + ' ' + expectation, steps);
        return this;
    }
}

package io.httpcached.test;

import io.httpcached.test.CacheStatus.Outcome;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The requests of one assertion and their responses, which the message of a failure lists. */
final class Scenario {

    private static final int ERROR = 400;
    private static final int LONGEST_BODY = 500;

    private final RouteClient client;
    private final String cacheName;
    private final String expectation;
    private final List<String> steps = new ArrayList<>();

    /**
     * A response to one of the requests.
     *
     * @param response the response
     * @param status the handling of its request by this cache, or null if the response does not tell it
     */
    record Step(HttpResponse<String> response, @Nullable CacheStatus status) {

        boolean is(Outcome outcome) {
            return status != null && status.outcome() == outcome;
        }

        boolean isFromStore() {
            return is(Outcome.HIT) || is(Outcome.STALE_HIT) || (status != null && status.collapsed());
        }

        boolean isStored() {
            return status != null && status.stored();
        }

        boolean isError() {
            return response.statusCode() >= ERROR;
        }

        String field(String name) {
            return String.join(", ", response.headers().allValues(name));
        }

        /** Returns whether a field that is a list has a member. */
        boolean lists(String name, String member) {
            return Arrays.stream(field(name).split(",")).map(String::strip).anyMatch(member::equalsIgnoreCase);
        }
    }

    Scenario(RouteClient client, String cacheName, String expectation) {
        this.client = client;
        this.cacheName = cacheName;
        this.expectation = expectation;
    }

    /**
     * Sends a request.
     *
     * @param label the place of the request in the scenario, for the message
     * @param request the request
     * @return its response
     */
    Step send(String label, RouteRequest request) {
        HttpResponse<String> response = client.send(request);
        List<String> lines = response.headers().allValues("Cache-Status");
        Step step = new Step(response, CacheStatus.parse(lines, cacheName).orElse(null));
        steps.add("  " + label + ": " + request + " -> " + response.statusCode() + ", Cache-Status: "
                + (lines.isEmpty() ? "(none)" : String.join(", ", lines))
                + (step.isError() ? "\n    " + shortened(response.body()) : ""));
        return step;
    }

    /** Sends a request whose response must be stored and answer the next one. */
    Step fill(RouteRequest request, String who) {
        Step first = store("first" + who, request);
        if (!send("second" + who, request).is(Outcome.HIT)) {
            throw failure("the second request" + who + " was no hit");
        }
        return first;
    }

    /** Sends a request whose response must be stored. */
    Step store(String label, RouteRequest request) {
        Step first = send(label, request);
        if (first.status == null && first.isError()) {
            throw failure("the request failed");
        }
        if (first.status == null) {
            throw failure("the response has no Cache-Status of the cache " + cacheName
                    + ": its route has no @HttpCached, or http-cache.cache-status is false");
        }
        if (!first.isStored()) {
            throw failure("the response was not stored");
        }
        return first;
    }

    void requireVary(Step step, String field) {
        if (!step.lists("Vary", field)) {
            throw failure("its Vary is '" + step.field("Vary") + "'");
        }
    }

    AssertionError failure(String reason) {
        return new AssertionError(expectation + ", but " + reason + ".\n" + String.join("\n", steps));
    }

    private static String shortened(String body) {
        return body.length() <= LONGEST_BODY ? body : body.substring(0, LONGEST_BODY) + "...";
    }
}

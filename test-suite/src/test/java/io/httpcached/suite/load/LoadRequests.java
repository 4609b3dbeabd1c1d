package io.httpcached.suite.load;

import io.httpcached.suite.load.LoadRequest.Check;
import io.httpcached.suite.wire.WireResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Makes the requests of one client. Popular resources are requested much more often than others, as on real sites. For use by
 * one thread.
 */
final class LoadRequests {

    private static final int USERS = 20;
    private static final int ACCOUNTS = 10_000;

    private static final int MOMENT_MILLIS = 100;
    private static final int MOMENTS = 1_000_000;

    private final String client;
    private final Random random;
    private final ConfirmedVersions versions;
    private final PageChecks pages;
    private final Map<String, Known> known = new HashMap<>();
    private int sent;

    private record Known(int version, String tag) {}

    LoadRequests(int client, ConfirmedVersions versions, SeenEntityTags tags) {
        this.client = "client-" + client + '-';
        this.random = new Random(client);
        this.versions = versions;
        this.pages = new PageChecks(versions, tags);
    }

    /**
     * Returns the number that all clients choose in the same moment, so that they share a run. The response to an earlier number
     * shows that it cannot be stored, so requests for it do not wait for each other.
     */
    private static int current() {
        return (int) (TimeUnit.NANOSECONDS.toMillis(System.nanoTime()) / MOMENT_MILLIS % MOMENTS);
    }

    /** Returns the next request of a kind, to be sent at once. */
    LoadRequest next(RequestKind kind, LoadNode.Life node) {
        String id = client + ++sent + '.';
        LoadRequest request =
                switch (kind) {
                    case PAGE -> page(kind, node, List.of());
                    case RELOAD -> page(kind, node, List.of("Cache-Control: no-cache"));
                    case GZIP -> page(kind, node, List.of("Accept-Encoding: gzip"));
                    case CONDITIONAL, HEAD -> conditional(kind, node);
                    case RANGE -> range(node);
                    case CHANGE -> change(node);
                    case LIST -> list(node);
                    case ACCOUNT -> account();
                    case BASKET -> basket();
                    case SLOW -> of(kind, "/load/slow/", popular(40), Checks::slow);
                    case LARGE -> of(kind, "/load/large/", popular(20), Checks::large);
                    case FAILING -> of(kind, "/load/failing/", popular(6), Checks::failing);
                    case FLAKY -> of(kind, "/load/flaky/", popular(10), Checks::flaky);
                    case DENIED ->
                        of(kind, "/load/denied/", current(), (n, response) -> Checks.denied(n, id, response));
                    case DISCONNECT ->
                        random.nextBoolean()
                                ? of(kind, "/load/slow/", popular(40), Checks::slow)
                                : of(kind, "/load/large/", popular(20), Checks::large);
                };
        List<String> headerLines = new ArrayList<>(request.headerLines());
        headerLines.add("X-Client: " + id);
        Check namesNobodyElse = response -> Checks.othersNamed(id, response);
        Check check = response -> first(request.check(), namesNobodyElse, response);
        return new LoadRequest(kind, request.method(), request.target(), headerLines, check);
    }

    private LoadRequest page(RequestKind kind, LoadNode.Life node, List<String> headerLines) {
        int page = popular(PageVersions.PAGES);
        String target = "/load/pages/" + page;
        int atLeast = versions.atLeast(node, page);
        return new LoadRequest(kind, "GET", target, headerLines, response -> {
            String problem = pages.whole(page, atLeast, target, response);
            String tag = response.header("ETag");
            if (problem == null && tag != null && response.header("Content-Encoding") == null) {
                known.put(target, new Known(PageChecks.version(response.text()), tag));
            }
            return problem;
        });
    }

    /** If the client has seen the page, it knows from the entity tag which version the server shows. */
    private LoadRequest conditional(RequestKind kind, LoadNode.Life node) {
        int page = popular(PageVersions.PAGES);
        String target = "/load/pages/" + page;
        Known before = known.get(target);
        if (before == null) {
            return page(kind, node, List.of());
        }
        int atLeast = versions.atLeast(node, page);
        Check unchanged = response -> PageChecks.unchanged(before.version, atLeast, response);
        if (kind == RequestKind.HEAD) {
            return new LoadRequest(
                    kind,
                    "HEAD",
                    target,
                    List.of(),
                    response -> response.status() == 200 && before.tag.equals(response.header("ETag"))
                            ? unchanged.problem(response)
                            : Checks.status(response, 200));
        }
        return new LoadRequest(
                kind,
                "GET",
                target,
                List.of("If-None-Match: " + before.tag),
                response -> response.status() == 304 && before.tag.equals(response.header("ETag"))
                        ? unchanged.problem(response)
                        : pages.whole(page, atLeast, target, response));
    }

    private LoadRequest range(LoadNode.Life node) {
        int page = popular(PageVersions.PAGES);
        int atLeast = versions.atLeast(node, page);
        String target = "/load/pages/" + page;
        return new LoadRequest(
                RequestKind.RANGE,
                "GET",
                target,
                List.of("Range: bytes=0-63"),
                response -> response.status() == 206
                        ? pages.part(page, atLeast, response)
                        : pages.whole(page, atLeast, target, response));
    }

    private LoadRequest change(LoadNode.Life node) {
        int page = popular(PageVersions.PAGES);
        int version = versions.allocate(page);
        return new LoadRequest(
                RequestKind.CHANGE, "PUT", "/load/pages/" + page + "?version=" + version, List.of(), response -> {
                    if (response.status() == 200) {
                        versions.confirm(page, version);
                    } else if (response.status() == 503) {
                        versions.confirmOn(node, page, version);
                    }
                    return Checks.status(response, 200, 503);
                });
    }

    private LoadRequest list(LoadNode.Life node) {
        int list = popular(PageVersions.PAGES / LoadPages.LIST_LENGTH);
        int[] atLeast = new int[LoadPages.LIST_LENGTH];
        for (int i = 0; i < atLeast.length; i++) {
            atLeast[i] = versions.atLeast(node, list * LoadPages.LIST_LENGTH + i);
        }
        return new LoadRequest(
                RequestKind.LIST,
                "GET",
                "/load/lists/" + list,
                List.of(),
                response -> pages.list(list, atLeast, response));
    }

    private LoadRequest account() {
        boolean guest = random.nextBoolean();
        String user = guest ? "nobody" : "user-" + random.nextInt(USERS);
        int number = popular(ACCOUNTS);
        return new LoadRequest(
                RequestKind.ACCOUNT,
                "GET",
                "/load/accounts/" + number,
                guest ? List.of() : List.of("Authorization: Bearer " + user),
                response -> Checks.begins(response, "account " + number + " of " + user + '.'));
    }

    private LoadRequest basket() {
        String user = random.nextInt(5) == 0 ? "nobody" : "user-" + random.nextInt(USERS);
        int number = popular(50);
        return new LoadRequest(
                RequestKind.BASKET,
                "GET",
                "/load/baskets/" + number,
                user.equals("nobody") ? List.of() : List.of("X-User: " + user),
                response -> Checks.begins(response, "basket " + number + " of " + user + '.'));
    }

    private interface NumberedCheck {
        @Nullable
        String problem(int number, WireResponse response);
    }

    private static LoadRequest of(RequestKind kind, String path, int number, NumberedCheck check) {
        return new LoadRequest(kind, "GET", path + number, List.of(), response -> check.problem(number, response));
    }

    /** Returns a number below a bound, small ones much more often than large ones (about 1/n). */
    private int popular(int bound) {
        return (int) Math.pow(bound + 1.0, random.nextDouble()) - 1;
    }

    private static @Nullable String first(Check one, Check other, WireResponse response) {
        String problem = one.problem(response);
        return problem != null ? problem : other.problem(response);
    }
}

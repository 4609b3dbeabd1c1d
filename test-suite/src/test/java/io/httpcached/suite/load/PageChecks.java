package io.httpcached.suite.load;

import io.httpcached.suite.wire.WireResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The checks of pages, which have versions. Each returns a description of the error, or null. Thread-safe. */
final class PageChecks {

    private static final Pattern PAGE = Pattern.compile("page (\\d+) version (\\d+)");

    private final ConfirmedVersions versions;
    private final SeenEntityTags tags;

    PageChecks(ConfirmedVersions versions, SeenEntityTags tags) {
        this.versions = versions;
        this.tags = tags;
    }

    /** Returns the version in the body of a page. */
    static int version(String body) {
        Matcher page = PAGE.matcher(body);
        return page.lookingAt() ? Integer.parseInt(page.group(2)) : -1;
    }

    @Nullable
    String whole(int page, int atLeast, String target, WireResponse response) {
        if (response.status() != 200) {
            return "status " + response.status() + ": " + Checks.shown(response);
        }
        String text = decoded(response);
        String problem = version(page, atLeast, text, response);
        if (problem == null && !text.equals(LoadPages.page(page, version(text)))) {
            problem = "body of " + text.length() + " characters: " + Checks.shown(response);
        }
        return problem != null ? problem : tags.check(target, response);
    }

    @Nullable
    String part(int page, int atLeast, WireResponse response) {
        int length = LoadPages.page(page, version(response.text())).length();
        String range = response.header("Content-Range");
        return response.body().length == 64 && ("bytes 0-63/" + length).equals(range)
                ? version(page, atLeast, response.text(), response)
                : "range " + range + ": " + Checks.shown(response);
    }

    @Nullable
    String list(int list, int[] atLeast, WireResponse response) {
        String[] lines = response.text().split("\n", -1);
        if (response.status() != 200 || lines.length != atLeast.length) {
            return "status " + response.status() + ": " + Checks.shown(response);
        }
        for (int i = 0; i < lines.length; i++) {
            String problem = version(list * lines.length + i, atLeast[i], lines[i], response);
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    /** Checks a response that says that the server shows a version that the client knows. */
    static @Nullable String unchanged(int version, int atLeast, WireResponse response) {
        return version >= atLeast
                ? null
                : "status " + response.status() + " for version " + version + " instead of " + atLeast + ", "
                        + response.cacheStatus();
    }

    private @Nullable String version(int page, int atLeast, String text, WireResponse response) {
        Matcher named = PAGE.matcher(text);
        int version = version(text);
        return named.lookingAt()
                        && Integer.parseInt(named.group(1)) == page
                        && version >= atLeast
                        && version <= versions.latest(page)
                ? null
                : "not page " + page + " in version " + atLeast + " or later: "
                        + text.substring(0, Math.min(40, text.length())) + ", " + response.cacheStatus();
    }

    private static String decoded(WireResponse response) {
        if (!"gzip".equals(response.header("Content-Encoding"))) {
            return response.text();
        }
        try (GZIPInputStream body = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "damaged gzip: " + e;
        }
    }
}

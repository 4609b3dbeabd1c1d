package io.httpcached.suite.load;

import io.httpcached.suite.wire.WireResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The checks of responses without versions. Each returns a description of the error, or null. */
final class Checks {

    private static final Pattern CLIENT = Pattern.compile("client-\\d+-\\d+\\.");
    private static final int SHOWN = 120;

    private Checks() {}

    static @Nullable String status(WireResponse response, int... permitted) {
        return IntStream.of(permitted).anyMatch(status -> status == response.status())
                ? null
                : "status " + response.status() + ": " + shown(response);
    }

    static @Nullable String begins(WireResponse response, String begin) {
        String problem = status(response, 200);
        return problem != null || response.text().startsWith(begin) ? problem : "body: " + shown(response);
    }

    static @Nullable String slow(int number, WireResponse response) {
        return begins(response, "slow " + number);
    }

    static @Nullable String large(int number, WireResponse response) {
        String problem = status(response, 200);
        return problem != null || response.text().equals(LoadPages.large(number))
                ? problem
                : "body: " + shown(response);
    }

    static @Nullable String failing(int number, WireResponse response) {
        return status(response, number % 2 == 0 ? 500 : 503);
    }

    static @Nullable String flaky(int number, WireResponse response) {
        return response.status() == 503 ? null : begins(response, "flaky " + number);
    }

    static @Nullable String denied(int number, String client, WireResponse response) {
        String problem = status(response, number % 2 == 0 ? 403 : 404);
        return problem != null || response.text().contains("denied to " + client)
                ? problem
                : "body: " + shown(response);
    }

    /** No body names another client. */
    static @Nullable String othersNamed(String client, WireResponse response) {
        Matcher named = CLIENT.matcher(response.text());
        while (named.find()) {
            if (!named.group().equals(client)) {
                return "made for " + named.group() + ": " + shown(response);
            }
        }
        return null;
    }

    static String shown(WireResponse response) {
        String text = response.text();
        return text.substring(0, Math.min(SHOWN, text.length())) + " (" + response.cacheStatus() + ')';
    }
}

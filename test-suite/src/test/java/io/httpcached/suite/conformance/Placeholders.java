package io.httpcached.suite.conformance;

import io.httpcached.suite.conformance.Case.Exchange;
import io.httpcached.suite.conformance.Case.Handler;
import io.httpcached.suite.conformance.Case.Request;
import io.httpcached.suite.conformance.Case.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Replaces placeholders in header lines with values that are known only when a case runs: <code>{now}</code>,
 * <code>{now+60}</code> and <code>{now-60}</code> are dates, <code>{rfc850:now}</code> and <code>{asctime:now}</code>
 * are the same in the obsolete formats; <code>{path}</code> is the path of the case, <code>{host}</code> the authority
 * of the server and <code>{port}</code> its port.
 *
 * @param clock the clock
 * @param path the path of the case
 * @param name the host name of the server
 * @param port the port of the server
 */
record Placeholders(Clock clock, String path, String name, String port) {

    private static final Pattern DATE = Pattern.compile("\\{(?:(rfc850|asctime):)?now([+-]\\d+)?}");
    private static final String CURRENT_FORMAT = "";

    private static final Map<String, DateTimeFormatter> FORMATS = Map.of(
            CURRENT_FORMAT,
            format("EEE, dd MMM uuuu HH:mm:ss 'GMT'"),
            "rfc850",
            format("EEEE, dd-MMM-uu HH:mm:ss 'GMT'"),
            "asctime",
            format("EEE MMM ppd HH:mm:ss uuuu"));

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.US).withZone(ZoneOffset.UTC);
    }

    /** Returns an exchange with its placeholders replaced. */
    Exchange expand(Exchange exchange) {
        Request request = exchange.request();
        return new Exchange(
                exchange.advance(),
                new Request(request.method(), request.suffix(), expand(request.fields())),
                expand(exchange.handler()),
                exchange.inBackground(),
                expand(exchange.response()));
    }

    private @Nullable Handler expand(@Nullable Handler handler) {
        return handler == null
                ? null
                : new Handler(
                        handler.status(),
                        expand(handler.fields()),
                        handler.body(),
                        handler.fails(),
                        handler.hangs(),
                        handler.method(),
                        expand(handler.saw()),
                        handler.missed());
    }

    private Response expand(Response response) {
        return new Response(
                response.status(),
                response.trace(),
                response.body(),
                response.parts(),
                expand(response.fields()),
                response.lacks(),
                response.matches());
    }

    private List<String> expand(List<String> lines) {
        return lines.stream().map(this::expand).toList();
    }

    private String expand(String line) {
        String known = line.replace("{path}", path)
                .replace("{host}", name + ':' + port)
                .replace("{port}", port);
        return DATE.matcher(known).replaceAll(this::date);
    }

    private String date(MatchResult match) {
        String format = match.group(1) == null ? CURRENT_FORMAT : match.group(1);
        long seconds = match.group(2) == null ? 0 : Long.parseLong(match.group(2));
        Instant date = clock.instant().plusSeconds(seconds);
        return FORMATS.getOrDefault(format, DateTimeFormatter.ISO_INSTANT).format(date);
    }
}

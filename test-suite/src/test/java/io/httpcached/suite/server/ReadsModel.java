package io.httpcached.suite.server;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.server.util.locale.HttpLocaleResolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Handlers that read parts of their requests, one after the other, and requests for them. */
final class ReadsModel {

    /** The parts of a request that a handler reads beside its key. */
    enum Input {
        FIRST_FIELD("X-First"),
        SECOND_FIELD("X-Second"),
        THIRD_FIELD("X-Third"),
        LANGUAGE("Accept-Language"),
        FIRST_COOKIE(null),
        SECOND_COOKIE(null),
        FIRST_PARAMETER(null),
        SECOND_PARAMETER(null),
        /** A filter outside the cache makes the attribute of a field that the handler does not read. */
        ATTRIBUTE("X-Attribute");

        /** The field of the request that has the input, or null if it is a cookie or a parameter. */
        private final @Nullable String field;

        Input(@Nullable String field) {
            this.field = field;
        }

        String read(HttpRequest<?> request, HttpLocaleResolver locales) {
            String value =
                    switch (this) {
                        case FIRST_FIELD -> request.getHeaders().get("X-First");
                        case SECOND_FIELD ->
                            request.getHeaders().getFirst("x-second").orElse(null);
                        case THIRD_FIELD ->
                            request.getHeaders().contains("X-Third")
                                    ? request.getHeaders().getAll("X-Third").get(0)
                                    : null;
                        case LANGUAGE ->
                            locales.resolve(request).map(Locale::toLanguageTag).orElse(null);
                        case FIRST_COOKIE ->
                            request.getCookies()
                                    .findCookie("first")
                                    .map(Cookie::getValue)
                                    .orElse(null);
                        case SECOND_COOKIE ->
                            request.getCookies().contains("second")
                                    ? request.getCookies().get("second").getValue()
                                    : null;
                        case FIRST_PARAMETER -> request.getParameters().get("first");
                        case SECOND_PARAMETER ->
                            request.getParameters().getFirst("second").orElse(null);
                        case ATTRIBUTE ->
                            request.getAttribute("attribute", String.class).orElse(null);
                    };
            return value == null ? ABSENT : value;
        }
    }

    static final String ABSENT = "absent";

    /** A handler: it ends, or it reads an input and goes on as the value tells. */
    record Program(@Nullable Input input, Map<String, Program> next) {

        static final Program END = new Program(null, Map.of());

        String run(Function<Input, String> request) {
            StringBuilder text = new StringBuilder("read");
            Program each = this;
            while (each.input != null) {
                String value = request.apply(each.input);
                text.append(' ').append(each.input).append('=').append(value);
                each = each.next.getOrDefault(value, END);
            }
            return text.toString();
        }
    }

    /** A request: the values of the inputs that it has. */
    record Request(Map<Input, String> values) {

        String value(Input input) {
            return values.getOrDefault(input, ABSENT);
        }

        String target(int program) {
            String first = values.get(Input.FIRST_PARAMETER);
            String second = values.get(Input.SECOND_PARAMETER);
            return "/reads-model/" + program + "?other=" + Math.floorMod(hashCode(), 3)
                    + (first == null ? "" : "&first=" + first)
                    + (second == null ? "" : "&second=" + second);
        }

        List<String> lines() {
            String first = values.get(Input.FIRST_COOKIE);
            String second = values.get(Input.SECOND_COOKIE);
            String cookies = "Cookie: other=" + Math.floorMod(hashCode(), 5)
                    + (first == null ? "" : "; first=" + first)
                    + (second == null ? "" : "; second=" + second);
            List<String> lines = new ArrayList<>(List.of(cookies));
            values.forEach((input, value) -> {
                if (input.field != null) {
                    lines.add(input.field + ": " + value);
                }
            });
            return lines;
        }
    }

    private ReadsModel() {}
}

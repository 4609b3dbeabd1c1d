package io.httpcached.processor.validation;

import io.httpcached.processor.model.Binding.Place;
import io.httpcached.processor.model.Binding.Source;
import io.httpcached.processor.model.Binding.Value;
import io.httpcached.processor.model.CachedRoute;
import io.httpcached.processor.model.Input;
import io.httpcached.processor.model.Member;
import io.httpcached.processor.model.Setting;
import io.micronaut.inject.ast.Element;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Each name in {@code vary} is the name of a request field, and no field of the key has a different value for almost every
 * client (RFC 9110 §12.5.5).
 */
final class VaryRule implements Rule {

    /** A token (RFC 9110 §5.6.2). */
    private static final Pattern FIELD_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    @Override
    public Stream<Problem> check(CachedRoute route) {
        Setting<List<String>> vary = route.policy().setting(Member.VARY);
        Stream<Problem> annotated = vary.value().stream().flatMap(name -> checkAnnotated(name, vary.origin()));
        return Stream.concat(annotated, route.inputs().flatMap(VaryRule::checkParameter));
    }

    private static Stream<Problem> checkAnnotated(String name, Element origin) {
        String member = "@HttpCached(vary = \"" + name + "\")";
        if (name.equals("*")) {
            return Stream.of(new Problem(
                    origin,
                    member + " prevents every reuse",
                    "It means that no two requests are equivalent, so a stored response would never be served",
                    "Name the fields on which the response depends, or exclude the method with @NoHttpCache"));
        }
        if (!FIELD_NAME.matcher(name).matches()) {
            return Stream.of(new Problem(
                    origin,
                    member + " is not a field name",
                    "A request cannot contain such a field (RFC 9110 §5.1)",
                    "Write each name as a string of its own, for example {\"Accept-Language\", \"X-Tenant\"}"));
        }
        return checkValues(name, member, origin);
    }

    private static Stream<Problem> checkParameter(Input input) {
        return input.binding() instanceof Value value
                ? value.sources().stream()
                        .filter(source -> source.place() == Place.HEADER)
                        .map(Source::name)
                        .flatMap(name -> checkValues(name, "The parameter '" + input.name() + "'", input.origin()))
                : Stream.empty();
    }

    private static Stream<Problem> checkValues(String name, String subject, Element origin) {
        if (name.equalsIgnoreCase("Cookie")) {
            return Stream.of(ineffective(
                    "Cookie",
                    subject,
                    origin,
                    "Declare the cookie on which the response depends as a @CookieValue parameter"));
        }
        if (name.equalsIgnoreCase("User-Agent")) {
            return Stream.of(
                    ineffective(
                            "User-Agent",
                            subject,
                            origin,
                            "Return the same response to all clients, or use a field with few values, such as Sec-CH-UA-Mobile"));
        }
        return Stream.empty();
    }

    private static Problem ineffective(String field, String subject, Element origin, String advice) {
        return new Problem(
                Warning.INEFFECTIVE_VARY,
                origin,
                subject + " puts the whole " + field + " field into the key",
                "Its value differs for almost every client, so hardly any request would be a hit, here or in a cache"
                        + " downstream",
                advice);
    }
}

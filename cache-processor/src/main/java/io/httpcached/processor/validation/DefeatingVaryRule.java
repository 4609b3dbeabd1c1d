package io.httpcached.processor.validation;

import io.httpcached.processor.model.Binding.Place;
import io.httpcached.processor.model.Binding.Source;
import io.httpcached.processor.model.Binding.Value;
import io.httpcached.processor.model.CachedRoute;
import io.httpcached.processor.model.Input;
import io.httpcached.processor.model.Setting;
import io.micronaut.inject.ast.Element;
import java.util.List;
import java.util.stream.Stream;

/** No field selects the response that nearly every client sends differently (RFC 9110 §12.5.5). */
final class DefeatingVaryRule implements Rule {

    @Override
    public Stream<Finding> check(CachedRoute route) {
        Setting<List<String>> vary = route.policy().vary();
        Stream<Finding> annotated = vary.value().stream()
                .flatMap(name -> check(name, "@HttpCached(vary = \"" + name + "\")", vary.origin()));
        return Stream.concat(annotated, route.inputs().flatMap(DefeatingVaryRule::check));
    }

    private static Stream<Finding> check(Input input) {
        return input.binding() instanceof Value value
                ? value.sources().stream()
                        .filter(source -> source.place() == Place.HEADER)
                        .map(Source::name)
                        .flatMap(name -> check(name, "The parameter '" + input.name() + "'", input.origin()))
                : Stream.empty();
    }

    private static Stream<Finding> check(String name, String subject, Element origin) {
        if (name.equalsIgnoreCase("Cookie")) {
            return Stream.of(finding(
                    "Cookie",
                    subject,
                    origin,
                    "Name the cookie that the response depends on in a @CookieValue parameter"));
        }
        if (name.equalsIgnoreCase("User-Agent")) {
            return Stream.of(finding(
                    "User-Agent",
                    subject,
                    origin,
                    "Give all clients the same response, or name a field of few values, such as Sec-CH-UA-Mobile"));
        }
        return Stream.empty();
    }

    private static Finding finding(String field, String subject, Element origin, String instead) {
        return new Finding(
                Warning.DEFEATING_VARY,
                origin,
                subject + " puts the whole " + field + " field into the key",
                "Nearly every client sends one of its own, so hardly any request would be answered from an entry, here or"
                        + " in a cache further on",
                instead);
    }
}

package io.httpcached.processor.validation;

import io.httpcached.processor.model.Binding;
import io.httpcached.processor.model.Binding.Place;
import io.httpcached.processor.model.Binding.Source;
import io.httpcached.processor.model.CachedRoute;
import io.httpcached.processor.model.Member;
import java.util.List;
import java.util.stream.Stream;

/**
 * The key of a route that renders a view contains the language: the processor does not read templates, and most of them contain
 * messages. Any rule for unkeyed reads shows that the developer has thought of it.
 */
final class ViewRule implements Rule {

    private static final String ACCEPT_LANGUAGE = "Accept-Language";

    @Override
    public Stream<Problem> check(CachedRoute route) {
        return route.rendersView() && !route.policy().isSet(Member.UNKEYED_READS) && !hasLanguage(route)
                ? Stream.of(new Problem(
                        Warning.MISSING_LOCALE,
                        route.origin(),
                        "The template of " + route.method()
                                + " may read the language of the request, which is not part of the key",
                        "By default, the language then selects the entry. With another setting of http-cache.unkeyed-reads,"
                                + " the page may be in the wrong language",
                        "Add a @Nullable Locale parameter, or write unkeyedReads = UnkeyedReads.VARY, which no configuration"
                                + " overrides"))
                : Stream.empty();
    }

    private static boolean hasLanguage(CachedRoute route) {
        return route.policy().value(Member.VARY).stream().anyMatch(ACCEPT_LANGUAGE::equalsIgnoreCase)
                || route.inputs().anyMatch(input -> isLanguage(input.binding()));
    }

    private static boolean isLanguage(Binding binding) {
        if (binding instanceof Binding.Value value) {
            return containsLanguage(value.sources()) || containsLanguage(value.conversionInputs());
        }
        return binding instanceof Binding.WholeQuery query
                ? containsLanguage(query.conversionInputs())
                : binding instanceof Binding.Language;
    }

    private static boolean containsLanguage(List<Source> sources) {
        return sources.stream()
                .anyMatch(source ->
                        source.place() == Place.HEADER && source.name().equalsIgnoreCase(ACCEPT_LANGUAGE));
    }
}

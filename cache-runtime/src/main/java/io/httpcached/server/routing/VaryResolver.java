package io.httpcached.server.routing;

import io.httpcached.server.interceptor.CachedRoute;
import io.httpcached.server.interceptor.RoutePolicy;
import io.micronaut.http.server.util.locale.HttpLocaleResolutionConfiguration;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Determines the request fields on which the responses of a route vary: by the annotation, and by the configuration. */
@Singleton
final class VaryResolver {

    private final HttpLocaleResolutionConfiguration locales;
    private final SelectingFields selecting;

    VaryResolver(HttpLocaleResolutionConfiguration locales, SelectingFields selecting) {
        this.locales = locales;
        this.selecting = selecting;
    }

    RouteVary resolve(CachedRoute route) {
        RoutePolicy annotated = route.policy();
        List<String> selectingFields = without(selecting.of(route.method()), annotated.vary());
        List<String> keyed = selectingFields.stream()
                .filter(selecting::selectsStoredResponse)
                .toList();
        return new RouteVary(
                Stream.concat(withCookie(annotated.vary()).stream(), selectingFields.stream())
                        .toList(),
                selectingFields,
                keyed,
                keyedInPart(annotated, without(selectingFields, keyed)));
    }

    private List<String> withCookie(List<String> names) {
        return isLanguageInCookie(names)
                ? Stream.concat(names.stream(), Stream.of("Cookie")).toList()
                : names;
    }

    private static List<String> without(List<String> names, List<String> removed) {
        return names.stream()
                .filter(name -> removed.stream().noneMatch(name::equalsIgnoreCase))
                .toList();
    }

    /** A handler that names a selecting field itself depends on its value, of which the key contains the selected method only. */
    private Set<String> keyedInPart(RoutePolicy annotated, List<String> selectingFields) {
        Stream<String> cookie = isLanguageInCookie(annotated.vary()) ? Stream.of("Cookie") : Stream.empty();
        return Stream.of(annotated.keyedInPart().stream(), cookie, selectingFields.stream())
                .flatMap(names -> names)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    /** The language of a client may be configured to come from a cookie, or from the session that a cookie identifies. */
    private boolean isLanguageInCookie(List<String> names) {
        boolean byLanguage = names.stream().anyMatch("Accept-Language"::equalsIgnoreCase);
        boolean byCookie = names.stream().anyMatch("Cookie"::equalsIgnoreCase);
        boolean inCookie = locales.getCookieName().isPresent()
                || locales.getSessionAttribute().isPresent();
        return byLanguage && inCookie && !byCookie;
    }
}

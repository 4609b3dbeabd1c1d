package io.httpcached.processor.model;

import io.httpcached.annotation.CacheScope;
import io.httpcached.annotation.KeySource;
import io.micronaut.inject.ast.Element;
import java.util.List;

/**
 * A cached method, as the rules and the writer need it.
 *
 * @param method the name of the method
 * @param httpMethods the HTTP methods it is mapped to; at least one
 * @param uris the URI templates it is mapped to
 * @param produces the media types it produces, in order; empty when nothing is declared
 * @param negotiated whether another method has the same URI, so that {@code Accept} selects between them
 * @param parameters its parameters
 * @param body the kind of its response body
 * @param policy its policy, merged from the annotations of the controller and the method
 * @param conflicts the policies that conflict at the method or its controller
 * @param access the users who may call it
 * @param rendersView whether a template renders its response
 * @param optedOut whether the method is also annotated with {@code @NoHttpCache}
 * @param origin the method
 */
public record CachedRoute(
        String method,
        List<String> httpMethods,
        UriTemplates uris,
        List<String> produces,
        boolean negotiated,
        List<Parameter> parameters,
        ResponseBody body,
        Policy policy,
        List<ConflictingPolicies> conflicts,
        RouteAccess access,
        boolean rendersView,
        boolean optedOut,
        Element origin)
        implements RouteMethod {

    /** Copies the lists. */
    public CachedRoute {
        httpMethods = List.copyOf(httpMethods);
        produces = List.copyOf(produces);
        parameters = List.copyOf(parameters);
        conflicts = List.copyOf(conflicts);
    }

    /** {@return whether the method takes {@code CacheTags}, with which it adds tags while it runs} */
    public boolean addsTags() {
        return inputs().anyMatch(input -> input.binding() instanceof Binding.Tags);
    }

    /** {@return whether the body of the request is a part of its key} */
    public boolean keysBody() {
        return httpMethods.contains("QUERY") || httpMethods.contains("POST");
    }

    /** {@return whether its key takes the whole query, so that ignored parameters make a difference} */
    public boolean keepsWholeQuery() {
        return policy.value(Member.KEY_SOURCE) == KeySource.REQUEST_URI
                || inputs().anyMatch(input -> input.binding() instanceof Binding.WholeQuery);
    }

    /**
     * {@return the query parameters that the method takes, if the key takes the whole query} The key does not leave them out, although
     * they are ignored elsewhere.
     */
    public List<String> takenParameters() {
        return keepsWholeQuery()
                ? inputs().map(Input::binding)
                        .filter(Binding.Value.class::isInstance)
                        .flatMap(binding -> ((Binding.Value) binding).sources().stream())
                        .filter(source -> source.place() == Binding.Place.QUERY)
                        .map(Binding.Source::name)
                        .distinct()
                        .toList()
                : List.of();
    }

    /**
     * {@return the tags that its handler may add while it runs: those that {@code resultTags} declares, or any tag if the handler
     * takes {@code CacheTags} and declares none}
     */
    public List<TagPattern> resultTags() {
        List<String> declared = policy.value(Member.RESULT_TAGS);
        return declared.isEmpty() && addsTags()
                ? List.of(TagPattern.ofWildcards("*"))
                : declared.stream().map(TagPattern::ofWildcards).toList();
    }

    /** {@return the effective scope: a route that takes the user is private unless it has a scope} */
    public CacheScope scope() {
        CacheScope scope = policy.value(Member.SCOPE);
        return scope == CacheScope.AUTO && takesUser() ? CacheScope.PRIVATE : scope;
    }

    /** {@return the tags that its annotations declare} */
    public List<TagPattern> tagPatterns() {
        return tags().stream()
                .map(tag -> TagPattern.of(tag, this::acceptedAsParameter))
                .toList();
    }

    /** {@return the variables of its path that can be spelled in several ways, or be absent} */
    public List<SpelledVariable> spelledVariables() {
        return PathInput.spelled(this);
    }

    /** {@return the templates of its tags} */
    public List<TagTemplate> tags() {
        return policy.value(Member.TAGS).stream().map(TagTemplate::parse).toList();
    }
}

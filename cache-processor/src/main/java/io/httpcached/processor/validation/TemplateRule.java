package io.httpcached.processor.validation;

import io.httpcached.processor.model.Binding;
import io.httpcached.processor.model.Binding.Dependency;
import io.httpcached.processor.model.Binding.Shape;
import io.httpcached.processor.model.CachedRoute;
import io.httpcached.processor.model.Member;
import io.httpcached.processor.model.Parameter;
import io.httpcached.processor.model.RouteMethod;
import io.httpcached.processor.model.TagTemplate;
import io.httpcached.processor.model.TagTemplate.Reference;
import io.httpcached.processor.model.TagTemplate.StrayBrace;
import io.micronaut.inject.ast.Element;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Each reference of a template has exactly one value.
 *
 * @param noun the noun for the template: tag or path
 * @param effect the effect of a template without a value, as the second half of a sentence
 */
record TemplateRule(String noun, String effect) {

    private static final Set<Dependency> BODIES = Set.of(Dependency.BODY, Dependency.BODY_OR_SESSION);

    private static final String NO_INVALIDATION = "it would invalidate nothing";
    private static final TemplateRule TAG =
            new TemplateRule("tag", "an invalidation by this tag would not reach the entries of this route");

    /** The rule for the tags of an invalidation. */
    static final TemplateRule INVALIDATED_TAG = new TemplateRule("tag", NO_INVALIDATION);

    /** The rule for the paths of an invalidation. */
    static final TemplateRule INVALIDATED_PATH = new TemplateRule("path", NO_INVALIDATION);

    /**
     * Checks the tags of a cached route.
     *
     * @param route the route
     * @return the problems
     */
    static Stream<Problem> checkTags(CachedRoute route) {
        Element origin = route.policy().setting(Member.TAGS).origin();
        return route.tags().stream().flatMap(tag -> TAG.check(tag, route, origin));
    }

    /**
     * Checks a template.
     *
     * @param template the template
     * @param route the route whose parameters the template refers to
     * @param origin the annotated element
     * @return the problems
     */
    Stream<Problem> check(TagTemplate template, RouteMethod route, Element origin) {
        String subject = "The " + noun + " \"" + template.text() + "\" ";
        if (template.text().isBlank()) {
            return Stream.of(new Problem(
                    origin,
                    subject + "is empty",
                    "An empty " + noun + " identifies no entry",
                    "Write the " + noun + ", or remove it"));
        }
        if (template.segments().stream().anyMatch(StrayBrace.class::isInstance)) {
            return Stream.of(new Problem(
                    origin,
                    subject + "has an unmatched brace",
                    "Braces enclose the name of a parameter",
                    "Write {name}, for example product:{id}"));
        }
        return template.segments().stream()
                .filter(Reference.class::isInstance)
                .map(segment -> ((Reference) segment).name())
                .flatMap(name -> check(name, subject, route).stream());
    }

    private Optional<Problem> check(String name, String subject, RouteMethod route) {
        boolean user = name.equals(Reference.USER) && route.takesUser();
        Optional<Parameter> parameter = route.parameters().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst();
        if (parameter.isEmpty()) {
            return user ? Optional.empty() : Optional.of(unknown(name, subject, route));
        }
        Binding binding = parameter.get().input().binding();
        if (user) {
            return binding instanceof Binding.User ? Optional.empty() : Optional.of(ambiguous(subject, route));
        }
        return checkValue(binding, subject + "refers to {" + name + "}, which ", route);
    }

    private Problem unknown(String name, String subject, RouteMethod route) {
        boolean user = name.equals(Reference.USER);
        return new Problem(
                route.origin(),
                subject + "refers to {" + name + "}, which is not a parameter of " + route.method(),
                "The " + noun + " would have no value, and " + effect,
                user
                        ? "Take a java.security.Principal as a parameter: {user} then stands for its name"
                        : "Use the name of a parameter as it is spelled in the source");
    }

    /** Either meaning could tag the entries of one user with the name of another. */
    private Problem ambiguous(String subject, RouteMethod route) {
        return new Problem(
                route.origin(),
                subject + "refers to {user}, which is both a parameter and the authenticated user",
                "A method that takes a Principal can use {user} for its name, but a client chooses the value of the parameter",
                "Rename the parameter, or remove the Principal");
    }

    private Optional<Problem> checkValue(Binding binding, String subject, RouteMethod route) {
        if (binding instanceof Binding.Value value && value.shape() != Shape.MANY) {
            return Optional.empty();
        }
        if (binding instanceof Binding.User) {
            return Optional.of(new Problem(
                    route.origin(),
                    subject + "is the authenticated user",
                    "The name of the user has a reference of its own",
                    "Write {user}, which stands for the name of the principal"));
        }
        if (binding instanceof Binding.Opaque opaque && BODIES.contains(opaque.dependency())) {
            return Optional.of(new Problem(
                    route.origin(),
                    subject + "receives " + opaque.description(),
                    "A " + noun + " can contain only values of the URI and the header",
                    "Refer to a path variable, or to a parameter with @QueryValue, @Header or @CookieValue"));
        }
        return Optional.of(new Problem(
                route.origin(),
                subject + "is not a single value of the request",
                "The " + noun + " needs exactly one text for each reference",
                "Refer to a parameter that is bound to one path variable, query value, header or cookie"));
    }
}

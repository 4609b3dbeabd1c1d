package io.httpcached.processor.validation;

import io.httpcached.annotation.KeySource;
import io.httpcached.processor.model.Binding;
import io.httpcached.processor.model.Binding.Opaque;
import io.httpcached.processor.model.CachedRoute;
import io.httpcached.processor.model.Input;
import io.httpcached.processor.model.Member;
import io.httpcached.processor.model.Policy;
import java.util.List;
import java.util.stream.Stream;

/** The key covers every value that the method receives, and a request without a language does not fail. */
final class InputRule implements Rule {

    private static final String REQUEST_URI =
            "set keySource = KeySource.REQUEST_URI, which puts the host, the path and the whole query into the key";

    private static final String OTHERWISE_EXCLUDE = "Otherwise exclude the method with @NoHttpCache";

    @Override
    public Stream<Problem> check(CachedRoute route) {
        return route.inputs().flatMap(input -> check(input, route));
    }

    private static Stream<Problem> check(Input input, CachedRoute route) {
        if (route.keysBody() && isUnannotated(input.binding())) {
            return Stream.of(ambiguous(input));
        }
        if (input.binding() instanceof Binding.Language && !input.nullable()) {
            return Stream.of(requiredLocale(input));
        }
        return input.binding() instanceof Opaque opaque && !isCovered(opaque, route)
                ? Stream.of(new Problem(
                        input.origin(),
                        "The parameter '" + input.name() + "' receives " + opaque.description(),
                        reason(opaque),
                        advice(opaque)))
                : Stream.empty();
    }

    /** Micronaut looks for the value of such a parameter in the query, in the attributes and in the body. */
    private static boolean isUnannotated(Binding binding) {
        return (binding instanceof Binding.Value value && !value.attributes().isEmpty())
                || (binding instanceof Binding.WholeQuery query
                        && !query.attributes().isEmpty());
    }

    private static Problem ambiguous(Input input) {
        return new Problem(
                input.origin(),
                "The parameter '" + input.name() + "' receives a value of the query or of the request body",
                "The cache has read the body for the key, and passes it on to parameters that are annotated with @Body",
                "Annotate it with @QueryValue, or take the whole body as one parameter with @Body");
    }

    private static Problem requiredLocale(Input input) {
        return new Problem(
                Warning.REQUIRED_LOCALE,
                input.origin(),
                "The parameter '" + input.name() + "' requires a language",
                "A request without a language, for example without Accept-Language, fails with status 400",
                "Annotate it with @Nullable and choose a default in the method, or set"
                        + " micronaut.server.locale-resolution.fixed");
    }

    /** Returns whether the annotation puts the dependency of a value into the key. */
    private static boolean isCovered(Opaque opaque, CachedRoute route) {
        Policy policy = route.policy();
        boolean wholeUri = policy.value(Member.KEY_SOURCE) == KeySource.REQUEST_URI;
        List<String> vary = policy.value(Member.VARY);
        return switch (opaque.dependency()) {
            case REQUEST, BEAN, CUSTOM_BINDER -> wholeUri;
            case HEADER -> wholeUri || !vary.isEmpty();
            case COOKIES -> wholeUri || vary.stream().anyMatch("Cookie"::equalsIgnoreCase);
            case BODY -> route.keysBody();
            case CREDENTIALS, BODY_OR_SESSION -> false;
        };
    }

    private static String reason(Opaque opaque) {
        return switch (opaque.dependency()) {
            case REQUEST, BEAN, CUSTOM_BINDER, HEADER, COOKIES ->
                "The processor cannot determine the parts of the request on which the response depends, so different requests"
                        + " could share a response";
            case CREDENTIALS ->
                "Only the password would distinguish the entries of different users, and a key must not contain it";
            case BODY, BODY_OR_SESSION ->
                "Neither the URI nor the header contains this value, so a client could receive the response for another"
                        + " client";
        };
    }

    private static String advice(Opaque opaque) {
        return switch (opaque.dependency()) {
            case REQUEST ->
                "Declare each value that the method reads as a parameter (@PathVariable, @QueryValue, @Header,"
                        + " @CookieValue). If the method reads only the URI and header fields, you can instead "
                        + REQUEST_URI
                        + ", and name the header fields in vary. If it reads anything else, such as attributes, the session or the"
                        + " body, exclude it with @NoHttpCache";
            case BEAN ->
                "Annotate it with @RequestBean, and its class with @Introspected, so that its fields are bound one by one."
                        + " If a custom binder creates it, " + REQUEST_URI
                        + ", and name in vary the header fields that the binder reads. " + OTHERWISE_EXCLUDE;
            case CUSTOM_BINDER ->
                "Declare the values that it consists of as parameters (@PathVariable, @QueryValue, @Header,"
                        + " @CookieValue). If a custom binder creates it, " + REQUEST_URI
                        + ", and name in vary the header fields that the binder reads. " + OTHERWISE_EXCLUDE;
            case HEADER -> "Declare the fields that the method reads as @Header parameters, or name them in vary";
            case COOKIES ->
                "Declare the cookies that the method reads as @CookieValue parameters, or set vary = \"Cookie\"";
            case CREDENTIALS -> "Take a java.security.Principal instead, which gives each user an entry of their own";
            case BODY, BODY_OR_SESSION -> "Remove the parameter, or exclude the method with @NoHttpCache";
        };
    }
}

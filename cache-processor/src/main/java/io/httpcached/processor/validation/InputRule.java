package io.httpcached.processor.validation;

import io.httpcached.annotation.KeySource;
import io.httpcached.processor.model.Binding.Opaque;
import io.httpcached.processor.model.CachedRoute;
import io.httpcached.processor.model.Input;
import io.httpcached.processor.model.Policy;
import java.util.List;
import java.util.stream.Stream;

/** The key can account for everything that the method is given. */
final class InputRule implements Rule {

    private static final String UNTOLD =
            "The compiler cannot tell what of the request the response depends on, so different requests could share a"
                    + " response";

    @Override
    public Stream<Finding> check(CachedRoute route) {
        return route.inputs().flatMap(input -> check(input, route.policy()));
    }

    private static Stream<Finding> check(Input input, Policy policy) {
        if (!(input.binding() instanceof Opaque opaque) || isAccountedFor(opaque, policy)) {
            return Stream.empty();
        }
        return Stream.of(new Finding(
                input.origin(),
                "The parameter '" + input.name() + "' is given " + opaque.what(),
                reason(opaque),
                instead(opaque)));
    }

    /** The annotation says what of it belongs to the key. */
    private static boolean isAccountedFor(Opaque opaque, Policy policy) {
        boolean wholeUri = policy.keySource().value() == KeySource.REQUEST_URI;
        List<String> vary = policy.vary().value();
        return switch (opaque.reach()) {
            case REQUEST, UNKNOWN -> wholeUri;
            case HEADER -> wholeUri || !vary.isEmpty();
            case COOKIES -> wholeUri || vary.stream().anyMatch("Cookie"::equalsIgnoreCase);
            case CREDENTIALS, BEYOND -> false;
        };
    }

    private static String reason(Opaque opaque) {
        return switch (opaque.reach()) {
            case REQUEST, UNKNOWN, HEADER, COOKIES -> UNTOLD;
            case CREDENTIALS ->
                "Nothing but their password would tell one user's entries from another's, and no key is a place for it";
            case BEYOND ->
                "No part of the URI or the header tells its values apart, so one client would be given the response made"
                        + " for another";
        };
    }

    private static String instead(Opaque opaque) {
        return switch (opaque.reach()) {
            case REQUEST ->
                "Declare what the method reads as parameters of their own (@PathVariable, @QueryValue, @Header,"
                        + " @CookieValue, or a @RequestBean of them), or set keySource = KeySource.REQUEST_URI and name in"
                        + " vary the header fields it reads";
            case UNKNOWN ->
                "Annotate it with @QueryValue if it is made of the query, or with @RequestBean if its fields are bound one"
                        + " by one; if a binder of the application makes it, set keySource = KeySource.REQUEST_URI and name"
                        + " in vary the header fields that the binder reads";
            case HEADER -> "Declare the fields that the method reads with @Header, or name them in vary";
            case COOKIES -> "Declare the cookies that the method reads with @CookieValue, or set vary = \"Cookie\"";
            case CREDENTIALS -> "Take a java.security.Principal, which keeps one entry a user";
            case BEYOND -> "Remove the parameter, or exclude the method with @NoHttpCache";
        };
    }
}

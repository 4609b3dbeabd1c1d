package io.httpcached.processor.validation;

import io.httpcached.annotation.KeySource;
import io.httpcached.processor.model.Binding.Opaque;
import io.httpcached.processor.model.Binding.Reach;
import io.httpcached.processor.model.CachedRoute;
import io.httpcached.processor.model.Input;
import java.util.stream.Stream;

/** The key can account for everything that the method is given. */
final class InputRule implements Rule {

    @Override
    public Stream<Finding> check(CachedRoute route) {
        boolean wholeUri = route.policy().keySource().value() == KeySource.REQUEST_URI;
        return route.inputs().flatMap(input -> check(input, wholeUri));
    }

    private static Stream<Finding> check(Input input, boolean wholeUri) {
        if (!(input.binding() instanceof Opaque opaque) || (opaque.reach() == Reach.REQUEST && wholeUri)) {
            return Stream.empty();
        }
        String wrong = "The parameter '" + input.name() + "' is given " + opaque.what();
        return Stream.of(
                opaque.reach() == Reach.BEYOND
                        ? new Finding(
                                input.origin(),
                                wrong,
                                "No part of the URI or the header tells its values apart, so one client would be given"
                                        + " the response made for another",
                                "Remove the parameter, or exclude the method with @NoHttpCache")
                        : new Finding(
                                input.origin(),
                                wrong,
                                "The compiler cannot tell what of the request the response depends on, so different"
                                        + " requests could share a response",
                                "Declare what the method reads as parameters of their own (@PathVariable, @QueryValue,"
                                        + " @Header, @CookieValue, or a @RequestBean of them), or set keySource ="
                                        + " KeySource.REQUEST_URI"));
    }
}

package io.httpcached.processor.validation;

import io.httpcached.annotation.KeySource;
import io.httpcached.processor.model.Binding.Place;
import io.httpcached.processor.model.Binding.Source;
import io.httpcached.processor.model.Binding.Value;
import io.httpcached.processor.model.Binding.WholeQuery;
import io.httpcached.processor.model.CachedRoute;
import io.httpcached.processor.model.Input;
import java.util.List;
import java.util.stream.Stream;

/**
 * A client cannot make entries as it likes. Only what the key holds of the query by name is judged: with the whole URI in
 * the key, no limit of a parameter would help, and whether a path exists is for the handler to say.
 */
final class UnboundedQueryRule implements Rule {

    @Override
    public Stream<Finding> check(CachedRoute route) {
        return route.policy().keySource().value() == KeySource.REQUEST_URI
                ? Stream.empty()
                : route.inputs().flatMap(UnboundedQueryRule::check);
    }

    private static Stream<Finding> check(Input input) {
        if (input.binding() instanceof WholeQuery) {
            return Stream.of(finding(input, "Declare the parameters that the method reads one by one"));
        }
        return input.binding() instanceof Value value && isOfQuery(value) && !input.bounded()
                ? Stream.of(
                        finding(input, "Take an enum or a number, or limit the text with @Size(max = …) or @Pattern"))
                : Stream.empty();
    }

    private static boolean isOfQuery(Value value) {
        List<Place> places = value.sources().stream().map(Source::place).toList();
        return places.contains(Place.QUERY) && !places.contains(Place.PATH);
    }

    private static Finding finding(Input input, String instead) {
        return new Finding(
                Warning.UNBOUNDED_QUERY,
                input.origin(),
                "The parameter '" + input.name() + "' takes any text from the query",
                "Each text makes an entry of its own, so that a client can push out the entries that others use",
                instead);
    }
}

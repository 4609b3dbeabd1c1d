package io.httpcached.processor.validation;

import io.httpcached.annotation.KeySource;
import io.httpcached.processor.model.Binding.Place;
import io.httpcached.processor.model.Binding.Source;
import io.httpcached.processor.model.Binding.Value;
import io.httpcached.processor.model.Binding.WholeQuery;
import io.httpcached.processor.model.CachedRoute;
import io.httpcached.processor.model.Input;
import io.httpcached.processor.model.Member;
import java.util.List;
import java.util.stream.Stream;

/**
 * A client cannot create any number of entries with the query. Routes with the whole URI in the key are not checked, because
 * limits of parameters have no effect there; neither are path variables, because a path that does not exist is not stored.
 */
final class UnboundedQueryRule implements Rule {

    @Override
    public Stream<Problem> check(CachedRoute route) {
        return route.policy().value(Member.KEY_SOURCE) == KeySource.REQUEST_URI
                ? Stream.empty()
                : route.inputs().flatMap(UnboundedQueryRule::check);
    }

    private static Stream<Problem> check(Input input) {
        if (input.binding() instanceof WholeQuery) {
            return Stream.of(
                    problem(
                            input,
                            "Declare each query parameter that the method reads, or take a @RequestBean with a field for each"));
        }
        return input.binding() instanceof Value value && isOfQuery(value) && !input.bounded()
                ? Stream.of(
                        problem(input, "Use an enum or a number, or limit the text with @Size(max = …) or @Pattern"))
                : Stream.empty();
    }

    private static boolean isOfQuery(Value value) {
        List<Place> places = value.sources().stream().map(Source::place).toList();
        return places.contains(Place.QUERY) && !places.contains(Place.PATH);
    }

    private static Problem problem(Input input, String advice) {
        return new Problem(
                Warning.UNBOUNDED_QUERY,
                input.origin(),
                "The parameter '" + input.name() + "' accepts any text from the query",
                "Each text makes an entry of its own, so a client can fill the cache and evict the entries of others",
                advice);
    }
}

package io.httpcached.processor.validation;

import io.httpcached.processor.model.Binding;
import io.httpcached.processor.model.Binding.Shape;
import io.httpcached.processor.model.CachedRoute;
import io.httpcached.processor.model.Parameter;
import io.httpcached.processor.model.TagTemplate;
import io.httpcached.processor.model.TagTemplate.Reference;
import io.httpcached.processor.model.TagTemplate.StrayBrace;
import io.micronaut.inject.ast.Element;
import java.util.Optional;
import java.util.stream.Stream;

/** Every tag can be filled in. */
final class TagRule implements Rule {

    @Override
    public Stream<Finding> check(CachedRoute route) {
        return route.policy().tags().value().stream().flatMap(tag -> check(tag, route));
    }

    private static Stream<Finding> check(TagTemplate tag, CachedRoute route) {
        Element origin = route.policy().tags().origin();
        String wrong = "The tag \"" + tag.text() + "\" ";
        if (tag.text().isBlank()) {
            return Stream.of(new Finding(
                    origin, wrong + "is empty", "Nothing could evict by it", "Give the tag a name or remove it"));
        }
        if (tag.segments().stream().anyMatch(StrayBrace.class::isInstance)) {
            return Stream.of(new Finding(
                    origin,
                    wrong + "has a brace without its counterpart",
                    "Braces enclose the name of a parameter",
                    "Write {name}, for example product:{id}"));
        }
        return tag.segments().stream()
                .filter(Reference.class::isInstance)
                .map(segment -> ((Reference) segment).name())
                .flatMap(name -> check(name, wrong, route).stream());
    }

    private static Optional<Finding> check(String name, String wrong, CachedRoute route) {
        Optional<Parameter> parameter = route.parameters().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst();
        if (parameter.isEmpty()) {
            return Optional.of(new Finding(
                    route.origin(),
                    wrong + "names {" + name + "}, which is no parameter of " + route.method(),
                    "The tag could not be filled in, and eviction by it would miss this route",
                    "Name a parameter of the method as the source spells it"));
        }
        boolean single =
                parameter.get().input().binding() instanceof Binding.Value value && value.shape() != Shape.MANY;
        return single
                ? Optional.empty()
                : Optional.of(new Finding(
                        route.origin(),
                        wrong + "names {" + name + "}, which is not a single value of the request",
                        "A tag is one text, and the parameter has none",
                        "Name a parameter that is bound to one path variable, query value, header or cookie"));
    }
}

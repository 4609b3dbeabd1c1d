package io.httpcached.processor.validation;

import io.httpcached.processor.model.Binding;
import io.httpcached.processor.model.Binding.Reach;
import io.httpcached.processor.model.Binding.Shape;
import io.httpcached.processor.model.Parameter;
import io.httpcached.processor.model.RouteMethod;
import io.httpcached.processor.model.TagTemplate;
import io.httpcached.processor.model.TagTemplate.Reference;
import io.httpcached.processor.model.TagTemplate.StrayBrace;
import io.micronaut.inject.ast.Element;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A template can be filled in.
 *
 * @param noun what the template is for: a tag or a path
 * @param loss what is lost when it cannot be filled in, as the second half of a sentence
 */
record TemplateRule(String noun, String loss) {

    /**
     * Judges a template.
     *
     * @param template the template
     * @param route the method whose parameters fill it in
     * @param origin where the template stands
     * @return what is wrong with it
     */
    Stream<Finding> check(TagTemplate template, RouteMethod route, Element origin) {
        String wrong = "The " + noun + " \"" + template.text() + "\" ";
        if (template.text().isBlank()) {
            return Stream.of(new Finding(
                    origin, wrong + "is empty", "It stands for nothing", "Write the " + noun + " or remove it"));
        }
        if (template.segments().stream().anyMatch(StrayBrace.class::isInstance)) {
            return Stream.of(new Finding(
                    origin,
                    wrong + "has a brace without its counterpart",
                    "Braces enclose the name of a parameter",
                    "Write {name}, for example product:{id}"));
        }
        return template.segments().stream()
                .filter(Reference.class::isInstance)
                .map(segment -> ((Reference) segment).name())
                .flatMap(name -> check(name, wrong, route).stream());
    }

    private Optional<Finding> check(String name, String wrong, RouteMethod route) {
        Optional<Parameter> parameter = route.parameters().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst();
        if (parameter.isEmpty()) {
            return Optional.of(new Finding(
                    route.origin(),
                    wrong + "names {" + name + "}, which is no parameter of " + route.method(),
                    "The " + noun + " could not be filled in, and " + loss,
                    "Name a parameter of the method as the source spells it"));
        }
        return checkValue(parameter.get().input().binding(), wrong + "names {" + name + "}, which is ", route);
    }

    private Optional<Finding> checkValue(Binding binding, String wrong, RouteMethod route) {
        if (binding instanceof Binding.Value value && value.shape() != Shape.MANY) {
            return Optional.empty();
        }
        if (binding instanceof Binding.Opaque opaque && opaque.reach() == Reach.BEYOND) {
            return Optional.of(new Finding(
                    route.origin(),
                    wrong + "given " + opaque.what(),
                    "A " + noun + " is made from the URI and the header of a request alone",
                    "Name a parameter that is a path variable, or that is annotated with @QueryValue, @Header or"
                            + " @CookieValue"));
        }
        return Optional.of(new Finding(
                route.origin(),
                wrong + "not a single value of the request",
                "A " + noun + " is one text, and the parameter has none",
                "Name a parameter that is bound to one path variable, query value, header or cookie"));
    }
}

package io.httpcached.processor.model;

import io.httpcached.processor.model.UriTemplate.Variable;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All URI templates of one method.
 *
 * @param templates the templates; at least one
 */
public record UriTemplates(List<UriTemplate> templates) {

    /** Copies the list. */
    public UriTemplates {
        templates = List.copyOf(templates);
    }

    /** {@return whether the variables identify the path: there is only one template, and it has no placeholder} */
    public boolean isFixed() {
        return templates.size() == 1 && !templates.get(0).placeholder();
    }

    /** {@return the names of the variables in the path, each once, in order} */
    public List<String> pathVariables() {
        return variables()
                .filter(Variable::inPath)
                .map(Variable::name)
                .distinct()
                .toList();
    }

    /**
     * {@return whether every request of the route has a value for a path variable}
     *
     * @param name the name of the variable
     */
    public boolean requires(String name) {
        return templates.stream().allMatch(template -> template.variables().stream()
                .anyMatch(variable -> variable.inPath()
                        && !variable.optional()
                        && variable.name().equals(name)));
    }

    /**
     * {@return whether a variable binds all query parameters}
     *
     * @param name the name of the variable
     */
    public boolean explodes(String name) {
        return variables()
                .anyMatch(variable -> variable.exploded() && variable.name().equals(name));
    }

    /**
     * {@return whether one of the templates matches all paths of a template of another route, or the reverse}
     *
     * @param other the templates of the other route
     */
    public boolean sharePathsWith(UriTemplates other) {
        return templates.stream().anyMatch(template -> other.templates.stream().anyMatch(template::sharesPathsWith));
    }

    /** {@return the shapes of the templates, each once} */
    public Set<String> shapes() {
        return templates.stream().map(UriTemplate::shape).collect(Collectors.toSet());
    }

    /**
     * {@return the paths that the templates match}
     *
     * @param accepted returns a regular expression for the values of a variable
     */
    public List<PathPattern> paths(UnaryOperator<String> accepted) {
        return templates.stream().map(template -> template.paths(accepted)).toList();
    }

    private Stream<Variable> variables() {
        return templates.stream().flatMap(template -> template.variables().stream());
    }
}

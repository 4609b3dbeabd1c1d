package io.httpcached.processor.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A URI template as Micronaut's router reads it.
 *
 * @param text the template without the context path
 * @param shape the path without the names of its variables; templates with the same shape match the same paths
 * @param variables the variables, in order
 * @param placeholder whether the text contains a property placeholder, whose value may contain variables
 */
public record UriTemplate(String text, String shape, List<Variable> variables, boolean placeholder) {

    private static final Pattern PLACEHOLDER = Pattern.compile("[$#]\\{[^}]*}");
    private static final Pattern EXPRESSION = Pattern.compile("\\{(?<operator>[+#./;?&]?)(?<variables>[^}]*)}");

    private static final Pattern NEEDS_NO_SLASH = Pattern.compile("/|\\{[/?#]");
    private static final String QUERY_OR_FRAGMENT = "\\{[?&#;][^}]*}";

    /** The operators whose variables the router matches in the path; it does not match {@code ;} and {@code #}. */
    private static final String PATH_OPERATORS = "+./";

    /**
     * A variable.
     *
     * @param name its name
     * @param inPath whether its value comes from the path
     * @param optional whether the path may omit it
     * @param exploded whether it has the modifier {@code *}, which binds all query parameters to one bean or map
     */
    public record Variable(String name, boolean inPath, boolean optional, boolean exploded) {}

    /**
     * Parses a template.
     *
     * @param text the template
     * @return the template
     */
    public static UriTemplate parse(String text) {
        Matcher placeholders = PLACEHOLDER.matcher(text);
        Matcher expressions = EXPRESSION.matcher(placeholders.replaceAll(""));
        List<Variable> variables = new ArrayList<>();
        while (expressions.find()) {
            for (String variable : expressions.group("variables").split(",", -1)) {
                variables.add(variable(expressions.group("operator"), variable));
            }
        }
        return new UriTemplate(
                text, shape(text), List.copyOf(variables), placeholders.reset().find());
    }

    /**
     * Joins the templates of a controller and a method as Micronaut does: with one slash between them, unless the second
     * starts with a slash or with an expression that needs none.
     *
     * @param root the template of the controller
     * @param nested the template of the method
     * @return the joined template
     */
    public static UriTemplate nested(String root, String nested) {
        String base = root.replaceAll("^/+|/+$", "");
        String path = base.isEmpty() ? "" : "/" + base;
        if (nested.isEmpty() || nested.equals("/")) {
            return parse(path.isEmpty() ? "/" : path);
        }
        return parse(path + (NEEDS_NO_SLASH.matcher(nested).lookingAt() ? "" : "/") + nested);
    }

    /**
     * {@return the paths that the template matches}
     *
     * @param accepted returns a regular expression for the values of a variable
     */
    public PathPattern paths(UnaryOperator<String> accepted) {
        String path = PLACEHOLDER.matcher(text).replaceAll("{+}");
        return PathPattern.of(TagTemplate.parse(path.replaceAll(QUERY_OR_FRAGMENT, "")), accepted);
    }

    /** {@return the template without the variables of the query and the fragment} */
    public String path() {
        return text.replaceAll(QUERY_OR_FRAGMENT, "");
    }

    /**
     * {@return whether one of two templates matches all paths of the other}
     *
     * @param other the other template
     */
    public boolean sharesPathsWith(UriTemplate other) {
        String open = shapeWithoutExpressions();
        boolean oneIsOpen = shape.equals(open) || other.shape.equals(open);
        return shape.equals(other.shape) || (oneIsOpen && open.equals(other.shapeWithoutExpressions()));
    }

    /** Returns the shape without the expressions of its variables. */
    private String shapeWithoutExpressions() {
        return shape.replaceAll(":[^}]*", "");
    }

    private static String shape(String text) {
        String path = text.replaceAll("\\{[?&][^}]*}", "");
        return path.replaceAll("\\{([+./]?)[^:}]*", "{$1").replaceAll("/+$", "");
    }

    private static Variable variable(String operator, String text) {
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        String modifier = colon < 0 ? "" : text.substring(colon + 1);
        boolean exploded = name.endsWith("*");
        return new Variable(
                exploded ? name.substring(0, name.length() - 1) : name,
                operator.isEmpty() || PATH_OPERATORS.contains(operator),
                operator.equals("/") || modifier.equals("?"),
                exploded);
    }
}

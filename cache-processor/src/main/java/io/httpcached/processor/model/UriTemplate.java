package io.httpcached.processor.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A URI template, as Micronaut's router understands it.
 *
 * @param text the template as the router has it, without the context path
 * @param shape the path without the names of its variables: templates of one shape match the same paths
 * @param variables the variables, in order
 * @param placeholder whether the text holds a property placeholder, which may bring variables of its own at run time
 */
public record UriTemplate(String text, String shape, List<Variable> variables, boolean placeholder) {

    private static final Pattern PLACEHOLDER = Pattern.compile("[$#]\\{[^}]*}");
    private static final Pattern EXPRESSION = Pattern.compile("\\{(?<operator>[+#./;?&]?)(?<variables>[^}]*)}");

    private static final Pattern BRINGS_ITS_SLASH = Pattern.compile("/|\\{[/?#]");
    private static final String BEHIND_THE_PATH = "\\{[?&#;][^}]*}";

    /** The operators whose variables the router takes from the path; it does not match {@code ;} and {@code #}. */
    private static final String PATH_OPERATORS = "+./";

    /**
     * A variable.
     *
     * @param name its name
     * @param inPath whether its value comes from the path
     * @param optional whether a path may leave it out
     * @param exploded whether it is marked with {@code *}, so that one bean or map may take all query parameters
     */
    public record Variable(String name, boolean inPath, boolean optional, boolean exploded) {}

    /**
     * Reads a template.
     *
     * @param text the template
     * @return its variables
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
     * Reads the template of a method, which Micronaut puts behind that of its controller with one slash between them,
     * unless an expression brings its own or wants none.
     *
     * @param root the template of the controller
     * @param nested the template of the method
     * @return the template of both
     */
    public static UriTemplate nested(String root, String nested) {
        String base = root.replaceAll("^/+|/+$", "");
        String path = base.isEmpty() ? "" : "/" + base;
        if (nested.isEmpty() || nested.equals("/")) {
            return parse(path.isEmpty() ? "/" : path);
        }
        return parse(path + (BRINGS_ITS_SLASH.matcher(nested).lookingAt() ? "" : "/") + nested);
    }

    /** {@return the paths that the template matches} */
    public PathPattern paths() {
        String path = PLACEHOLDER.matcher(text).replaceAll("{+}");
        return PathPattern.of(TagTemplate.parse(path.replaceAll(BEHIND_THE_PATH, "")));
    }

    /**
     * {@return whether all paths that one of two templates matches are the other's as well}
     *
     * @param other the other template
     */
    public boolean sharesPathsWith(UriTemplate other) {
        String open = openShape();
        boolean oneIsOpen = shape.equals(open) || other.shape.equals(open);
        return shape.equals(other.shape) || (oneIsOpen && open.equals(other.openShape()));
    }

    /** The shape without the expressions that the values of its variables have to match. */
    private String openShape() {
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

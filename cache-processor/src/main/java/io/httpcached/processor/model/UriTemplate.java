package io.httpcached.processor.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The variables of a URI template, as Micronaut's router understands it.
 *
 * @param variables the variables, in order
 * @param placeholder whether the text holds a property placeholder, which may bring variables of its own at run time
 */
public record UriTemplate(List<Variable> variables, boolean placeholder) {

    private static final Pattern PLACEHOLDER = Pattern.compile("[$#]\\{[^}]*}");
    private static final Pattern EXPRESSION = Pattern.compile("\\{(?<operator>[+#./;?&]?)(?<variables>[^}]*)}");

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
        return new UriTemplate(List.copyOf(variables), placeholders.reset().find());
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

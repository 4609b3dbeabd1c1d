package io.httpcached.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The path of a URI template, which can be filled in with values (RFC 6570). The result is the decoded path that names the
 * resource in an invalidation: it need not be a valid URI. Immutable.
 */
public final class PathTemplate {

    /** The operators of expressions that belong to the query or the fragment, or that the router of the server ignores. */
    private static final String NOT_IN_PATH = "?&#;";

    private static final String OPERATORS = NOT_IN_PATH + "+./";

    private static final Pattern NAME = Pattern.compile("[\\w.-]+");

    private final List<Part> parts;

    private PathTemplate(List<Part> parts) {
        this.parts = parts;
    }

    /**
     * A part of a template.
     *
     * @param text the literal text, or the name of the variable
     * @param variable whether it is a variable
     * @param prefix the text before the value of the variable, if it has one
     */
    private record Part(String text, boolean variable, String prefix) {}

    /**
     * Parses a template.
     *
     * @param template a URI template, whose query and fragment are ignored
     * @return its path
     */
    public static PathTemplate parse(String template) {
        List<Part> parts = new ArrayList<>();
        int start = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', start)) {
            int close = endOfExpression(template, open);
            addLiteral(template.substring(start, open), parts);
            addVariables(template.substring(open + 1, close), parts);
            start = Math.min(close + 1, template.length());
        }
        addLiteral(template.substring(start), parts);
        return new PathTemplate(List.copyOf(parts));
    }

    /** {@return whether the path depends on the value of a variable} */
    public boolean hasVariables() {
        return parts.stream().anyMatch(Part::variable);
    }

    /** {@return the names of its variables, in order} */
    public List<String> variables() {
        return parts.stream().filter(Part::variable).map(Part::text).toList();
    }

    /**
     * Returns the path with the values of its variables.
     *
     * @param values returns the value of a variable by its name, or null if it has none
     * @return the path
     */
    public String fill(Function<String, @Nullable String> values) {
        StringBuilder path = new StringBuilder();
        for (Part part : parts) {
            String text = part.variable ? values.apply(part.text) : part.text;
            if (text != null) {
                path.append(part.prefix).append(text);
            }
        }
        return path.toString();
    }

    private static void addLiteral(String text, List<Part> parts) {
        if (!text.isEmpty()) {
            parts.add(new Part(text, false, ""));
        }
    }

    private static void addVariables(String expression, List<Part> parts) {
        char operator =
                expression.isEmpty() || OPERATORS.indexOf(expression.charAt(0)) < 0 ? ' ' : expression.charAt(0);
        if (NOT_IN_PATH.indexOf(operator) >= 0) {
            return;
        }
        String prefix = operator == '/' || operator == '.' ? String.valueOf(operator) : "";
        for (String declaration : declarations(operator == ' ' ? expression : expression.substring(1))) {
            parts.add(new Part(declaration, true, prefix));
        }
    }

    /** Returns the names without their modifiers. A regular expression may contain commas, and their parts are not names. */
    private static List<String> declarations(String expression) {
        return Arrays.stream(expression.split(","))
                .map(declaration -> declaration.split(":", 2)[0].replace("*", ""))
                .filter(NAME.asMatchPredicate())
                .toList();
    }

    /**
     * Returns the index of the brace that closes an expression. A regular expression in it may contain braces, too.
     *
     * @param template a URI template
     * @param open the index of the brace that opens the expression
     * @return the index, or the length of the template if no brace closes the expression
     */
    public static int endOfExpression(String template, int open) {
        int depth = 0;
        for (int i = open; i < template.length(); i++) {
            char c = template.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return template.length();
    }
}

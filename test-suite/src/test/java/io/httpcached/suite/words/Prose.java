package io.httpcached.suite.words;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The words of a source file or page, for regular expressions: identifiers are split into words, comment signs are dropped,
 * and the lines of a paragraph, a comment or a concatenated string are joined by spaces. Paragraphs and headings begin on a
 * line of their own.
 */
final class Prose {

    private static final Pattern MARGIN = Pattern.compile("^\\s*(/\\*\\*?|\\*/|\\*(?!\\*)|//)?\\s*");
    private static final Pattern IDENTIFIER_JOINT = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|_");
    private static final String CONCATENATION = "+ \"";

    private final StringBuilder text = new StringBuilder();
    /** Where each line of the file begins in the text. */
    private final List<Integer> starts = new ArrayList<>();

    Prose(String content) {
        boolean heading = false;
        for (String line : content.lines().toList()) {
            String words = MARGIN.matcher(line).replaceFirst("");
            boolean ofItsOwn = heading;
            heading = words.startsWith("#");
            append(words, ofItsOwn || heading || words.isBlank());
        }
    }

    private void append(String words, boolean newParagraph) {
        int end = text.length() - 1;
        if (words.startsWith(CONCATENATION) && end >= 0 && text.charAt(end) == '"') {
            text.setLength(end);
            starts.add(end);
            text.append(split(words.substring(CONCATENATION.length())));
            return;
        }
        text.append(newParagraph ? '\n' : ' ');
        starts.add(text.length());
        text.append(split(words));
    }

    private static String split(String words) {
        return IDENTIFIER_JOINT.matcher(words.stripTrailing()).replaceAll(" ");
    }

    String text() {
        return text.toString();
    }

    /** Returns the number of the line, from 1, that holds a position of the text. */
    int lineAt(int position) {
        int line = 0;
        while (line < starts.size() && starts.get(line) <= position) {
            line++;
        }
        return Math.max(line, 1);
    }
}

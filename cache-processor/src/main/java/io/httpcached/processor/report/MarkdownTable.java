package io.httpcached.processor.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table with a heading, in GitHub Flavored Markdown. */
final class MarkdownTable {

    private final StringBuilder text = new StringBuilder();
    private boolean empty = true;

    MarkdownTable(String heading, String... columns) {
        text.append("# ").append(heading).append("\n\n");
        line(Stream.of(columns));
        line(Stream.of(columns).map(column -> "---"));
    }

    /** {@return a text as inline code; line breaks, which a cell cannot contain, become spaces} */
    static String code(String text) {
        if (text.isEmpty()) {
            return "(empty)";
        }
        String line = text.replaceAll("\\R", " ").replace("|", "\\|");
        return line.contains("`") ? "`` " + line + " ``" : "`" + line + "`";
    }

    static String codes(List<String> texts) {
        return texts.stream().map(MarkdownTable::code).collect(Collectors.joining(", "));
    }

    void add(List<String> cells) {
        empty = false;
        line(cells.stream());
    }

    boolean isEmpty() {
        return empty;
    }

    private void line(Stream<String> cells) {
        text.append(cells.collect(Collectors.joining(" | ", "| ", " |"))).append('\n');
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

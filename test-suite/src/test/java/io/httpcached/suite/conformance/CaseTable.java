package io.httpcached.suite.conformance;

import io.httpcached.suite.conformance.Section.Rule;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes a section as a Markdown table with the columns rule, section, behavior of this cache, and cases. */
final class CaseTable {

    private static final String HEAD = "| rule | section | what we do | cases |\n|---|---|---|---|\n";
    private static final String NEW_LINE = "<br>";

    private CaseTable() {}

    static String of(Section section) {
        StringBuilder table = new StringBuilder(HEAD);
        for (Rule rule : section.rules()) {
            String ruleCells = cell(rule.text()) + cell(rule.anchor());
            for (List<Case> group : rule.groups()) {
                table.append(ruleCells).append(row(group)).append("|\n");
                ruleCells = cell("") + cell("");
            }
        }
        return table.toString();
    }

    /** Returns the row of a group of cases. If each case has its own text, the row shows the case next to the text. */
    private static String row(List<Case> group) {
        List<String> sayings = group.stream().map(Case::does).distinct().toList();
        boolean apart = sayings.size() == group.size();
        String ids = group.stream().map(CaseTable::id).collect(Collectors.joining(apart ? NEW_LINE : " "));
        return cell(String.join(NEW_LINE, sayings)) + cell(ids);
    }

    private static String id(Case each) {
        String mark =
                each.kind() == Kind.REQUIRED ? "" : " *" + each.kind().name().toLowerCase(Locale.ROOT) + "*";
        return '`' + each.id() + '`' + mark;
    }

    private static String cell(String text) {
        return "| " + text.replace("|", "\\|") + ' ';
    }
}

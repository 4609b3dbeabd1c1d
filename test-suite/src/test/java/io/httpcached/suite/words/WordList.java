package io.httpcached.suite.words;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The banned words and the permitted uses that a file in the form of {@code docs/banned-words.txt} lists. */
final class WordList {

    private record Ban(Pattern word, String instead, String reason) {}

    private record Use(int line, String word, Ban ban) {}

    private record Permission(Pattern phrase, PathMatcher files) {}

    private final List<Ban> bans = new ArrayList<>();
    private final List<Permission> permissions = new ArrayList<>();

    /**
     * Reads a list.
     *
     * @throws IllegalArgumentException if a line has another form
     */
    WordList(List<String> lines) {
        for (String line : lines) {
            if (!line.isBlank() && !line.startsWith("#")) {
                add(line);
            }
        }
    }

    private void add(String line) {
        String[] columns = line.split("\t", -1);
        if (columns.length != 3 || List.of(columns).stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("Write three columns separated by tabs, but the line is: " + line);
        }
        try {
            if (line.startsWith("!")) {
                PathMatcher files = FileSystems.getDefault().getPathMatcher("glob:" + columns[1]);
                permissions.add(new Permission(pattern(columns[0].substring(1)), files));
            } else {
                bans.add(new Ban(pattern(columns[0]), columns[1], columns[2]));
            }
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("Correct the pattern of the line: " + line, e);
        }
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    }

    /**
     * Returns a message for each banned word in a file.
     *
     * @param file the path from the root of the project
     * @param content the text of the file
     */
    List<String> check(Path file, String content) {
        Prose prose = new Prose(content);
        String text = prose.text();
        List<MatchResult> permitted = permissions.stream()
                .filter(permission -> permission.files().matches(file))
                .flatMap(permission -> permission.phrase().matcher(text).results())
                .toList();
        return bans.stream()
                .flatMap(ban -> ban.word()
                        .matcher(text)
                        .results()
                        .filter(word -> permitted.stream().noneMatch(phrase -> contains(phrase, word)))
                        .map(word -> new Use(prose.lineAt(word.start()), word.group(), ban)))
                .sorted(Comparator.comparingInt(Use::line))
                .map(use -> "%s:%d: \"%s\": use %s (%s)"
                        .formatted(
                                file,
                                use.line(),
                                use.word(),
                                use.ban().instead(),
                                use.ban().reason()))
                .toList();
    }

    private static boolean contains(MatchResult phrase, MatchResult word) {
        return phrase.start() <= word.start() && word.end() <= phrase.end();
    }
}

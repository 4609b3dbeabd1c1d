package io.httpcached.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * Test sources that say themselves where which message belongs: a comment {@code // <kind>: …} holds the first sentence of
 * a message that the compiler must report in that line.
 *
 * @param kind {@code error} or {@code warning}
 */
record Announcements(String kind) {

    /** A message in a line; the first sentence of it. */
    record Place(String file, long line, String message) {

        static Place of(Diagnostic<? extends JavaFileObject> diagnostic) {
            String message = diagnostic.getMessage(Locale.ROOT);
            int sentence = message.indexOf(". ");
            return new Place(
                    fileName(diagnostic),
                    diagnostic.getLineNumber(),
                    sentence < 0 ? message : message.substring(0, sentence));
        }
    }

    /** {@return what a source announces} */
    List<Place> in(Path source) {
        Pattern announced = Pattern.compile("// " + kind + ": (.*?)(?= // " + kind + ": |$)");
        List<Place> places = new ArrayList<>();
        List<String> lines = lines(source);
        for (int i = 0; i < lines.size(); i++) {
            Matcher matcher = announced.matcher(lines.get(i));
            while (matcher.find()) {
                places.add(new Place(source.getFileName().toString(), i + 1, matcher.group(1)));
            }
        }
        return places;
    }

    /** {@return the messages in full, sorted, each once, one a line} */
    static String messages(Collection<Diagnostic<? extends JavaFileObject>> diagnostics) {
        return diagnostics.stream()
                .map(diagnostic -> diagnostic.getMessage(Locale.ROOT) + "\n")
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining());
    }

    private static String fileName(Diagnostic<? extends JavaFileObject> diagnostic) {
        JavaFileObject source = diagnostic.getSource();
        return source == null ? "" : Path.of(source.getName()).getFileName().toString();
    }

    private static List<String> lines(Path source) {
        try {
            return Files.readAllLines(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

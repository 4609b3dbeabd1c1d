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
 * The messages that test sources expect: a comment {@code // <kind>: …} contains the first sentence of a message that the
 * compiler must report in that line.
 *
 * @param kind {@code error} or {@code warning}
 */
record ExpectedMessages(String kind) {

    /** The first sentence of a message, and its line. */
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

    /** {@return the messages that a source expects} */
    List<Place> in(Path source) {
        Pattern expected = Pattern.compile("// " + kind + ": (.*?)(?= // " + kind + ": |$)");
        List<Place> places = new ArrayList<>();
        List<String> lines = lines(source);
        for (int i = 0; i < lines.size(); i++) {
            Matcher matcher = expected.matcher(lines.get(i));
            while (matcher.find()) {
                places.add(new Place(source.getFileName().toString(), i + 1, matcher.group(1)));
            }
        }
        return places;
    }

    /** {@return the complete messages, sorted and without duplicates, one per line} */
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

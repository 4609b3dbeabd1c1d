package io.httpcached.benchmark.tail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pauses in a log that the JVM writes with {@code -Xlog:gc}.
 *
 * @param full the number of full collections since the JVM started
 * @param count the number of pauses in the measurement
 * @param total the sum of these pauses in milliseconds
 * @param longest the longest of these pauses in milliseconds
 */
record GcLog(int full, int count, double total, double longest) {

    private static final Pattern PAUSE = Pattern.compile("\\] GC\\(\\d+\\) Pause (\\w+).* ([0-9.]+)ms$");

    /** Returns the number of lines that a log has so far. */
    static int lines(Path file) throws IOException {
        return Files.readAllLines(file).size();
    }

    /**
     * Reads a log.
     *
     * @param file the file of the log
     * @param linesBefore the number of lines that the log had before the measurement
     */
    static GcLog read(Path file, int linesBefore) throws IOException {
        int count = 0;
        int full = 0;
        double total = 0;
        double longest = 0;
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            Matcher pause = PAUSE.matcher(lines.get(i));
            if (!pause.find()) {
                continue;
            }
            full += pause.group(1).equals("Full") ? 1 : 0;
            if (i >= linesBefore) {
                double milliseconds = Double.parseDouble(pause.group(2));
                count++;
                total += milliseconds;
                longest = Math.max(longest, milliseconds);
            }
        }
        return new GcLog(full, count, total, longest);
    }
}

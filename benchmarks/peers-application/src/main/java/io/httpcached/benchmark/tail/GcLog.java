package io.httpcached.benchmark.tail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pauses of a log that the JVM writes with {@code -Xlog:gc}.
 *
 * @param count the number of pauses
 * @param full the number of full collections
 * @param total the sum of the pauses in milliseconds
 * @param longest the longest pause in milliseconds
 */
record GcLog(int count, int full, double total, double longest) {

    private static final Pattern PAUSE = Pattern.compile("\\] GC\\(\\d+\\) Pause (\\w+).* ([0-9.]+)ms$");

    static GcLog read(Path file) throws IOException {
        int count = 0;
        int full = 0;
        double total = 0;
        double longest = 0;
        for (String line : Files.readAllLines(file)) {
            Matcher pause = PAUSE.matcher(line);
            if (pause.find()) {
                double milliseconds = Double.parseDouble(pause.group(2));
                count++;
                full += pause.group(1).equals("Full") ? 1 : 0;
                total += milliseconds;
                longest = Math.max(longest, milliseconds);
            }
        }
        return new GcLog(count, full, total, longest);
    }
}

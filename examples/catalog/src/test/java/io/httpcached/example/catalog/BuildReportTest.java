package io.httpcached.example.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Compares the build report with {@code routes.json} beside the build file, so that a change of a key, a freshness
 * lifetime or an invalidation shows up in review.
 *
 * <p>After an intended change, run this test once with {@code -Dgolden.update=true}, which overwrites the checked-in
 * report, and review the difference.
 */
class BuildReportTest {

    private static final Path CHECKED_IN = Path.of("routes.json");
    private static final Path BUILT = Path.of("target/classes/META-INF/httpcached/routes.json");

    @Test
    void matchesTheCheckedInReport() throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.write(CHECKED_IN, Files.readAllBytes(BUILT));
        }
        assertThat(BUILT).hasSameBinaryContentAs(CHECKED_IN);
    }
}

package io.httpcached.example.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The report of the build is kept as {@code routes.json} beside the build file, so that a change of a key, a lifetime or an
 * invalidation shows up in review.
 *
 * <p>After a wanted change, run this test once with {@code -Dgolden.update=true}, which writes the new report over the kept
 * one, and review the difference.
 */
class BuildReportTest {

    private static final Path KEPT = Path.of("routes.json");
    private static final Path BUILT = Path.of("target/classes/META-INF/httpcached/routes.json");

    @Test
    void isTheOneThatIsKept() throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.write(KEPT, Files.readAllBytes(BUILT));
        }
        assertThat(BUILT).hasSameBinaryContentAs(KEPT);
    }
}

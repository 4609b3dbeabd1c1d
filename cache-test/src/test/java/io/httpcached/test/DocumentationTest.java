package io.httpcached.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The code of {@code docs/testing.md} is that of tests in this module, and its message is real. */
@MicronautTest
class DocumentationTest {

    private static final Path PAGE = Path.of("..", "docs", "testing.md");
    private static final Path TESTS = Path.of("src", "test", "java", "io", "httpcached", "test", "documented");

    private static final Pattern CODE = Pattern.compile("(?ms)^```java\n(.*?)^```");
    private static final Pattern CLASS = Pattern.compile("(?m)^class (\\w+) ");

    @Inject
    CacheTester cache;

    @Test
    void codeOfThePageIsTested() throws IOException {
        List<String> blocks = CODE.matcher(Files.readString(PAGE))
                .results()
                .map(block -> block.group(1))
                .toList();
        assertThat(blocks).hasSize(2);
        for (String block : blocks) {
            String name = CLASS.matcher(block)
                    .results()
                    .map(found -> found.group(1))
                    .findFirst()
                    .orElseThrow();
            assertThat(Files.readString(TESTS.resolve(name + ".java"))).endsWith(block);
        }
    }

    @Test
    void messageOfThePageIsReal() throws IOException {
        Throwable failure =
                catchThrowable(() -> cache.assertThatRoute("/products/7").isCachedFor("1h"));
        assertThat(Files.readString(PAGE)).contains("```\n" + failure.getMessage() + "\n```");
    }
}

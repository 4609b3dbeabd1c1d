package io.httpcached.suite.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Main code and documentation use the words of the glossary. {@code docs/banned-words.txt} lists the others. */
class BannedWordsTest {

    private static final Path ROOT = Path.of("..");
    private static final PathMatcher CHECKED =
            FileSystems.getDefault().getPathMatcher("glob:{**/src/main/**.java,docs/**.md,*.md}");
    private static final Path TESTS = Path.of("src", "test");

    @Test
    void mainCodeAndDocumentationUseNoBannedWord() throws IOException {
        WordList words = new WordList(Files.readAllLines(ROOT.resolve("docs/banned-words.txt")));
        List<Path> files = checkedFiles();
        List<String> messages = new ArrayList<>();
        for (Path file : files) {
            messages.addAll(words.check(file, Files.readString(ROOT.resolve(file))));
        }
        assertThat(files)
                .contains(
                        Path.of("README.md"),
                        Path.of("docs/http.md"),
                        Path.of("cache-test/src/main/java/io/httpcached/test/CacheTester.java"));
        assertThat(files).filteredOn(file -> file.toString().endsWith(".java")).hasSizeGreaterThan(300);
        assertThat(messages.size() + " banned words:\n" + String.join("\n", messages))
                .isEqualTo("0 banned words:\n");
    }

    private static List<Path> checkedFiles() throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = folder.getFileName().toString();
                boolean hidden = name.startsWith(".") && !folder.equals(ROOT);
                return hidden || name.equals("target") || folder.endsWith(TESTS)
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                Path fromRoot = ROOT.relativize(file);
                if (CHECKED.matches(fromRoot)) {
                    files.add(fromRoot);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        files.sort(null);
        return files;
    }
}

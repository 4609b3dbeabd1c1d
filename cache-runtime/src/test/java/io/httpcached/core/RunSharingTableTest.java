package io.httpcached.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.core.RunSharing.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the tables of the page about request collapsing with the decisions of the code. */
class RunSharingTableTest {

    private static final Path PAGE = Path.of("..", "docs", "request-collapsing.md");

    @ParameterizedTest
    @MethodSource
    void takesPart(List<String> row) {
        Sharing sharing = row.get(0).contains("PUBLIC")
                ? Sharing.PUBLIC
                : row.get(0).contains("PRIVATE") ? Sharing.PRIVATE : Sharing.SHARED;
        boolean expected = row.get(2).startsWith("yes");
        assertThat(expected || row.get(2).startsWith("no")).isTrue();
        assertThat(requests(row.get(1))).allSatisfy(request -> assertThat(RunSharing.isPermitted(request, sharing))
                .isEqualTo(expected));
    }

    static List<List<String>> takesPart() {
        return rows("| entries of the route |");
    }

    @ParameterizedTest
    @MethodSource
    void waitersReceive(List<String> row) {
        Verdict verdict =
                RunSharing.decide(Integer.parseInt(row.get(0)), row.get(1).equals("yes"), Integer.parseInt(row.get(2)));
        assertThat(row.get(3))
                .startsWith(
                        switch (verdict) {
                            case SHARE -> "receive the response";
                            case OWN_RUN -> "run the handler themselves";
                            case NEXT_LEADER -> "one of them runs the handler as the next leader";
                            case SHARE_FAILURE -> "receive an error with this status";
                        });
    }

    static List<List<String>> waitersReceive() {
        return rows("| status | stored |");
    }

    private static List<CacheRequest> requests(String description) {
        return switch (description) {
            case "anonymous" -> List.of(request(Fields.EMPTY, false));
            case "a principal" -> List.of(request(Fields.EMPTY, true));
            case "`Authorization` or a principal" ->
                List.of(request(Fields.of("Authorization", "Bearer a"), false), request(Fields.EMPTY, true));
            default -> throw new AssertionError(description);
        };
    }

    private static CacheRequest request(Fields fields, boolean principal) {
        return new CacheRequest() {

            @Override
            public String method() {
                return "GET";
            }

            @Override
            public FieldLines fields() {
                return fields;
            }

            @Override
            public boolean hasPrincipal() {
                return principal;
            }
        };
    }

    private static List<List<String>> rows(String header) {
        List<List<String>> rows = lines().dropWhile(line -> !line.startsWith(header))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(RunSharingTableTest::cells)
                .toList();
        assertThat(rows).hasSizeGreaterThan(4);
        return rows;
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1).split("\\|")).map(String::trim).toList();
    }

    private static Stream<String> lines() {
        try {
            return Files.readAllLines(PAGE).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

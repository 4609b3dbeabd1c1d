package io.httpcached.suite.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runs every case in {@code src/test/resources/conformance} over a socket. Each case is a test with its own name. */
class ConformanceTest {

    private static final Map<ServerSetup, CaseRunner> RUNNERS = new EnumMap<>(ServerSetup.class);

    @AfterAll
    static void stop() {
        RUNNERS.values().forEach(CaseRunner::close);
        RUNNERS.clear();
    }

    @TestFactory
    Stream<DynamicContainer> cases() {
        return CaseFiles.read().stream()
                .map(section -> dynamicContainer(section.name(), section.cases().map(ConformanceTest::test)));
    }

    private static DynamicTest test(Case conformanceCase) {
        return dynamicTest(
                conformanceCase.id(), () -> RUNNERS.computeIfAbsent(conformanceCase.server(), CaseRunner::new)
                        .run(conformanceCase));
    }

    @Test
    void caseNamesAreUniqueAndEachCaseHasExpectations() {
        List<Case> cases = CaseFiles.cases();
        assertThat(cases).extracting(Case::id).doesNotHaveDuplicates();
        assertThat(cases)
                .extracting(Case::id)
                .filteredOn(id -> !id.matches("[A-Za-z0-9-]+"))
                .isEmpty();
        assertThat(cases).filteredOn(c -> c.exchanges().isEmpty()).isEmpty();
    }
}

package io.httpcached.suite.invalidation;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.engine.EntryStore;
import io.httpcached.suite.backend.OpenStores;
import io.httpcached.suite.invalidation.Nodes.Wiring;
import io.httpcached.suite.invalidation.Tally.Kind;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@link Stepwise} and {@link Overlapping} are there to find, they find. */
class RaceHarnessTest {

    private static final int RACES = 50;
    private static final int TRIES = 100;

    private static final OpenStores STORES = new OpenStores();
    private static final RemoteNodes REDIS = new RemoteNodes(SharedBackend.REDIS.open(STORES));
    private static final Nodes MEMORY = new MemoryNodes();

    @AfterAll
    static void close() {
        STORES.close();
    }

    static Stream<Arguments> everyScenario() {
        return Stream.of(Scenario.values())
                .flatMap(scenario -> Stream.of(Arguments.of(MEMORY, scenario), Arguments.of(REDIS, scenario)));
    }

    @ParameterizedTest
    @MethodSource("everyScenario")
    void findAGenerationThatIsReadAfterTheHandler(Nodes nodes, Scenario scenario) {
        assertFound(Kind.OLD_ANSWER, nodes, Wiring.DIRECT, FaultyStore::stampingWhatIsStored, scenario);
    }

    @ParameterizedTest
    @MethodSource("everyScenario")
    void findRequestsThatJoinWhatBeganBeforeAnInvalidation(Nodes nodes, Scenario scenario) {
        assertFound(Kind.OLD_COMPUTATION, nodes, Wiring.DIRECT, FaultyStore::joiningAnything, scenario);
    }

    @Test
    void findGenerationsOfTheTagsOfResultsThatAreReadAfterTheHandler() {
        for (Scenario scenario : Set.of(Scenario.RESULT_TAG, Scenario.RESULT_TAG_SOFTLY)) {
            Wiring deaf = (node, backend) -> new UnnoticedInvalidations(backend);
            assertFound(Kind.OLD_ANSWER, REDIS, deaf, UnaryOperator.identity(), scenario);
        }
    }

    private static void assertFound(
            Kind kind, Nodes nodes, Wiring wiring, UnaryOperator<EntryStore> mistake, Scenario scenario) {
        List<String> some = Stepwise.orders(0, Scenario.values().length);
        assertThat(new Stepwise(nodes, wiring, mistake).run(scenario, some).mistakes(kind))
                .as("step by step")
                .isNotEmpty();
        try (Overlapping overlapping = new Overlapping(nodes, wiring, mistake)) {
            long seed = 0;
            while (overlapping.run(scenario, RACES, seed).mistakes(kind).isEmpty()) {
                seed++;
                assertThat(seed).as("%d races each, overlapping", RACES).isLessThan(TRIES);
            }
        }
    }
}

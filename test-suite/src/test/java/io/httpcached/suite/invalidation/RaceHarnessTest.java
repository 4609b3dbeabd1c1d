package io.httpcached.suite.invalidation;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.engine.EntryStore;
import io.httpcached.suite.backend.OpenStores;
import io.httpcached.suite.invalidation.Nodes.Wiring;
import io.httpcached.suite.invalidation.RaceStatistics.Kind;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that {@link StepwiseRaces} and {@link OverlappingRaces} detect faulty stores. */
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
    void detectTagSnapshotsTakenAfterTheHandler(Nodes nodes, Scenario scenario) {
        assertFound(
                Kind.OUTDATED_RESPONSE, nodes, Wiring.DIRECT, FaultyStore::takingSnapshotsAfterTheHandler, scenario);
    }

    @ParameterizedTest
    @MethodSource("everyScenario")
    void detectRequestsThatJoinFetchesFromBeforeAnInvalidation(Nodes nodes, Scenario scenario) {
        assertFound(Kind.OUTDATED_FETCH, nodes, Wiring.DIRECT, FaultyStore::joiningOutdatedFetches, scenario);
    }

    @Test
    void detectResultTagVersionsReadAfterTheHandler() {
        for (Scenario scenario : Set.of(Scenario.RESULT_TAG, Scenario.RESULT_TAG_SOFTLY)) {
            Wiring incomplete = (node, backend) -> new IncompleteInvalidationStore(backend);
            assertFound(Kind.OUTDATED_RESPONSE, REDIS, incomplete, UnaryOperator.identity(), scenario);
        }
    }

    private static void assertFound(
            Kind kind, Nodes nodes, Wiring wiring, UnaryOperator<EntryStore> decorator, Scenario scenario) {
        List<String> some = StepwiseRaces.orders(0, Scenario.values().length);
        assertThat(new StepwiseRaces(nodes, wiring, decorator)
                        .run(scenario, some)
                        .violations(kind))
                .as("violations in stepwise races")
                .isNotEmpty();
        try (OverlappingRaces overlapping = new OverlappingRaces(nodes, wiring, decorator)) {
            long seed = 0;
            while (overlapping.run(scenario, RACES, seed).violations(kind).isEmpty()) {
                seed++;
                assertThat(seed).as("tries of %d overlapping races each", RACES).isLessThan(TRIES);
            }
        }
    }
}

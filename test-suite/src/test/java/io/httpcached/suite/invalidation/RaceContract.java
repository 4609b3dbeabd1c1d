package io.httpcached.suite.invalidation;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.suite.backend.OpenStores;
import io.httpcached.suite.invalidation.Nodes.Wiring;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tests the consistency of invalidations on the nodes of an application. The test of each backend extends this class.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // JUnit opens the nodes before all else.
abstract class RaceContract {

    private static final long SEED = 20_240_229;

    private final OpenStores stores = new OpenStores();

    private Nodes nodes;

    /**
     * Returns the factory of nodes that share a cache.
     *
     * @param stores the factory of backends, which closes them after all tests
     */
    abstract Nodes open(OpenStores stores);

    @BeforeAll
    void open() {
        nodes = open(stores);
    }

    @AfterAll
    void close() {
        stores.close();
    }

    /** Returns whether the backend can mark entries as stale; otherwise a soft invalidation removes them. */
    boolean supportsSoftInvalidation() {
        return true;
    }

    /**
     * Returns the number of scenarios that share the orders of steps. If it is greater than one, each scenario runs a
     * part of the orders.
     */
    int scenariosPerOrder() {
        return 1;
    }

    /** Returns the number of races with overlapping operations in each scenario. */
    int overlappingRaces() {
        return 300;
    }

    @Test
    void enumeratesAllOrdersOfSteps() {
        assertThat(StepwiseRaces.ORDERS).doesNotHaveDuplicates().hasSize(840);
    }

    @ParameterizedTest
    @EnumSource
    void noOrderOfStepsServesOutdatedOrLosesNewResponses(Scenario scenario) {
        List<String> orders = StepwiseRaces.orders(
                List.of(Scenario.values()).indexOf(scenario) % scenariosPerOrder(), scenariosPerOrder());
        RaceStatistics statistics =
                new StepwiseRaces(nodes, Wiring.DIRECT, UnaryOperator.identity()).run(scenario, orders);
        assertThat(statistics.violations()).isEmpty();
        assertThat(statistics.races()).isEqualTo(orders.size());
        assertSomethingWasFound(statistics);
        assertThat(statistics.foundStale() > 0).isEqualTo(scenario.isSoft() && supportsSoftInvalidation());
    }

    @ParameterizedTest
    @EnumSource
    void noOverlappingOperationsServeOutdatedOrLoseNewResponses(Scenario scenario) {
        try (OverlappingRaces harness = new OverlappingRaces(nodes, Wiring.DIRECT, UnaryOperator.identity())) {
            RaceStatistics statistics = harness.run(scenario, overlappingRaces(), SEED);
            assertThat(statistics.violations()).isEmpty();
            assertThat(statistics.races()).isEqualTo(overlappingRaces());
            assertSomethingWasFound(statistics);
        }
    }

    /** Asserts that there were hits, because a store that never finds anything would violate no rule. */
    private static void assertSomethingWasFound(RaceStatistics statistics) {
        assertThat(statistics.foundFresh()).isPositive();
        assertThat(statistics.mightJoin()).isPositive();
    }
}

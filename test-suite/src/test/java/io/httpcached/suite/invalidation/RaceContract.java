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

/** What holds for the nodes of an application whatever their backend is. A test for a backend extends it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // JUnit opens the nodes before all else.
abstract class RaceContract {

    private static final long SEED = 20_240_229;

    private final OpenStores stores = new OpenStores();

    private Nodes nodes;

    /**
     * {@return what opens the nodes of a cache}
     *
     * @param stores opens their backend, and closes it after all tests
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

    /** {@return whether the backend can make entries stale; one that cannot lets them be gone} */
    boolean ages() {
        return true;
    }

    /** {@return how many scenarios share the orders of steps; with more than one, each has a part of them} */
    int scenariosToAnOrder() {
        return 1;
    }

    /** {@return how many races of operations that overlap to run in each scenario} */
    int overlappingRaces() {
        return 300;
    }

    @Test
    void hasAsManyOrdersOfStepsAsThereAre() {
        assertThat(Stepwise.ORDERS).doesNotHaveDuplicates().hasSize(840);
    }

    @ParameterizedTest
    @EnumSource
    void noOrderOfStepsLetsAnOldAnswerBeFoundOrANewOneBeLost(Scenario scenario) {
        List<String> orders = Stepwise.orders(
                List.of(Scenario.values()).indexOf(scenario) % scenariosToAnOrder(), scenariosToAnOrder());
        Tally tally = new Stepwise(nodes, Wiring.DIRECT, UnaryOperator.identity()).run(scenario, orders);
        assertThat(tally.mistakes()).isEmpty();
        assertThat(tally.races()).isEqualTo(orders.size());
        assertSomethingWasFound(tally);
        assertThat(tally.foundStale() > 0).isEqualTo(scenario.isSoft() && ages());
    }

    @ParameterizedTest
    @EnumSource
    void norDoOperationsThatOverlap(Scenario scenario) {
        try (Overlapping harness = new Overlapping(nodes, Wiring.DIRECT, UnaryOperator.identity())) {
            Tally tally = harness.run(scenario, overlappingRaces(), SEED);
            assertThat(tally.mistakes()).isEmpty();
            assertThat(tally.races()).isEqualTo(overlappingRaces());
            assertSomethingWasFound(tally);
        }
    }

    /** A store that never finds anything makes no mistake either. */
    private static void assertSomethingWasFound(Tally tally) {
        assertThat(tally.foundFresh()).isPositive();
        assertThat(tally.mightJoin()).isPositive();
    }
}

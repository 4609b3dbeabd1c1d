package io.httpcached.suite.invalidation;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.suite.invalidation.Nodes.Wiring;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for the nodes of an application whatever their backend is. A test for a backend extends it. */
abstract class RaceContract {

    private static final long SEED = 20_240_229;

    abstract Nodes nodes();

    /** {@return whether the backend can make entries stale; one that cannot lets them be gone} */
    boolean ages() {
        return true;
    }

    int overlappingRaces() {
        return 400;
    }

    @ParameterizedTest
    @EnumSource
    void noOrderOfStepsLetsAnOldAnswerBeFoundOrANewOneBeLost(Scenario scenario) {
        Tally tally = new Stepwise(nodes(), Wiring.DIRECT, UnaryOperator.identity()).run(scenario);
        assertThat(tally.mistakes()).isEmpty();
        assertThat(tally.races()).isEqualTo(Stepwise.ORDERS);
        assertSomethingWasFound(tally, scenario);
    }

    @ParameterizedTest
    @EnumSource
    void norDoOperationsThatOverlap(Scenario scenario) {
        try (Overlapping harness = new Overlapping(nodes(), UnaryOperator.identity())) {
            Tally tally = harness.run(scenario, overlappingRaces(), SEED);
            assertThat(tally.mistakes()).isEmpty();
            assertThat(tally.races()).isEqualTo(overlappingRaces());
            assertSomethingWasFound(tally, scenario);
        }
    }

    /** A store that never finds anything makes no mistake either. */
    private void assertSomethingWasFound(Tally tally, Scenario scenario) {
        assertThat(tally.foundFresh()).isPositive();
        assertThat(tally.mightJoin()).isPositive();
        assertThat(tally.foundStale() > 0).isEqualTo(scenario.isSoft() && ages());
    }
}

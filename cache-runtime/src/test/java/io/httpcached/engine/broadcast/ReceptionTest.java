package io.httpcached.engine.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReceptionTest {

    private static final long LAG = Duration.ofSeconds(1).toNanos();

    private final FakeClock clock = new FakeClock();
    private final List<String> events = new ArrayList<>();
    private final Reception reception = new Reception(() -> events.add("drop all"), clock.source());

    @Test
    void provesNothingBeforeThePositionIsKnown() {
        assertThat(reception.isProven(LAG)).isFalse();
        receive(7);
        assertThat(reception.isProven(LAG)).isFalse();
    }

    @Test
    void dropsWhatWasStoredBeforeTheFirstPosition() {
        answer(7);
        assertThat(events).containsExactly("drop all");
        assertThat(reception.isProven(LAG)).isTrue();
    }

    @Test
    void carriesOutMessagesInOrder() {
        answer(7);
        events.clear();
        assertThat(receive(8)).isTrue();
        assertThat(receive(9)).isTrue();
        assertThat(events).containsExactly("8", "9");
    }

    @Test
    void dropsAllIfANumberIsLeftOut() {
        answer(7);
        events.clear();
        assertThat(receive(9)).isFalse();
        assertThat(events).containsExactly("drop all", "9");
        assertThat(receive(10)).isTrue();
    }

    @Test
    void carriesOutWhatWasOnItsWayWhenThePositionWasRead() {
        answer(7);
        events.clear();
        assertThat(receive(6)).isTrue();
        assertThat(receive(7)).isTrue();
        assertThat(receive(8)).isTrue();
        assertThat(events).containsExactly("6", "7", "8");
    }

    @Test
    void aProofLastsForTheLagFromTheQuestionOn() {
        Reception.Question question = reception.ask();
        clock.advance(Duration.ofMillis(600));
        reception.answered(question.answered(7));
        assertThat(reception.isProven(LAG)).isTrue();
        clock.advance(Duration.ofMillis(400));
        assertThat(reception.isProven(LAG)).isTrue();
        clock.advance(Duration.ofMillis(1));
        assertThat(reception.isProven(LAG)).isFalse();
        answer(7);
        assertThat(reception.isProven(LAG)).isTrue();
    }

    @Test
    void aProofEndsAfterTheMachineWasSuspended() {
        answer(7);
        clock.millis += 2_000;
        assertThat(reception.isProven(LAG)).isFalse();
    }

    @Test
    void aProofEndsAfterTheProcessWasSuspended() {
        answer(7);
        clock.nanos += LAG + 1;
        assertThat(reception.isProven(LAG)).isFalse();
    }

    @Test
    void aMessageThatDoesNotArrivePreventsTheProof() {
        answer(7);
        clock.advance(Duration.ofMillis(800));
        answer(8);
        clock.advance(Duration.ofMillis(300));
        assertThat(reception.isProven(LAG)).isFalse();
        assertThat(reception.isStuck(LAG)).isFalse();
        clock.advance(Duration.ofMillis(701));
        assertThat(reception.isStuck(LAG)).isTrue();
        receive(8);
        assertThat(reception.isStuck(LAG)).isFalse();
    }

    @Test
    void aLateMessageProvesTheMomentOfTheQuestion() {
        answer(7);
        clock.advance(Duration.ofMillis(900));
        answer(8);
        clock.advance(Duration.ofMillis(200));
        receive(8);
        assertThat(reception.isProven(LAG)).isTrue();
        clock.advance(Duration.ofMillis(801));
        assertThat(reception.isProven(LAG)).isFalse();
    }

    @Test
    void dropsAllIfTheNumbersBeginAgainBelow() {
        answer(70);
        events.clear();
        clock.advance(Duration.ofSeconds(2));
        assertThat(answer(5)).isFalse();
        assertThat(events).containsExactly("drop all");
        assertThat(reception.isProven(LAG)).isTrue();
        assertThat(receive(6)).isTrue();
        assertThat(receive(8)).isFalse();
    }

    @Test
    void messagesDuringTheQuestionAreNoStepBack() {
        answer(7);
        events.clear();
        Reception.Question question = reception.ask();
        receive(8);
        receive(9);
        assertThat(reception.answered(question.answered(7))).isTrue();
        assertThat(events).containsExactly("8", "9");
    }

    @Test
    void awaitsWhatWasPublishedAfterTheFirstMessage() {
        receive(7);
        answer(9);
        assertThat(reception.isProven(LAG)).isFalse();
        receive(8);
        receive(9);
        assertThat(reception.isProven(LAG)).isTrue();
        assertThat(events).containsExactly("7", "drop all", "8", "9");
    }

    @Test
    void dropsAllForAMessageThatIsNotUnderstood() {
        answer(7);
        events.clear();
        reception.receivedUnknown();
        assertThat(events).containsExactly("drop all");
    }

    @Test
    void provesNothingAfterTheEnd() {
        answer(7);
        reception.end();
        assertThat(reception.isProven(LAG)).isFalse();
        assertThat(reception.hasEnded()).isTrue();
    }

    private boolean receive(long number) {
        return reception.received(number, () -> events.add(Long.toString(number)));
    }

    private boolean answer(long position) {
        return reception.answered(reception.ask().answered(position));
    }
}

package io.httpcached.engine.near;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.engine.Deadline;
import io.httpcached.engine.InvalidationMode;
import io.httpcached.engine.LookupResult;
import io.httpcached.engine.StoreRequest;
import io.httpcached.engine.TagSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class NearEntryStoreTest {

    private static final Duration MORE_THAN_THE_LAG = NearNode.LAG.plusMillis(1);

    private final ReportingBackend backend = new ReportingBackend();
    private final NearNode node = new NearNode(backend.connect());
    private final NearNode other = new NearNode(backend.connect());

    @Test
    void answersTheSecondLookupOfAnEntryWithoutTheBackend() {
        node.store("1");
        assertThat(node.isNear()).isFalse();
        assertThat(node.isNear()).isTrue();
        assertThat(node.body()).isEqualTo("1");
    }

    @Test
    void keepsNoCopyBeforeTheBackendHasConfirmedThatItReportsChanges() {
        ReportingBackend.Connection late = backend.connect();
        late.failing = true;
        NearNode started = new NearNode(late);
        late.failing = false;
        started.store("1");
        started.lookup();
        assertThat(started.isNear()).isFalse();
        started.beat();
        started.lookup();
        assertThat(started.isNear()).isTrue();
    }

    @Test
    void givesUpACopyWhenAnotherNodeInvalidatesATag() {
        for (String tag : NearNode.TAGS) {
            node.keep("1");
            other.invalidate(tag);
            assertThat(node.body()).isNull();
        }
    }

    @Test
    void givesUpACopyWhenAnotherNodeReplacesTheEntry() {
        node.keep("1");
        other.store("2");
        assertThat(node.body()).isEqualTo("2");
    }

    @Test
    void marksACopyStaleAsTheBackendDoes() {
        node.keep("1");
        node.run(Duration.ofSeconds(10));
        other.run(Duration.ofSeconds(10));
        NearNode.await(other.store().invalidate(List.of("tag:b"), InvalidationMode.MARK_STALE));
        assertThat(node.isNear()).isFalse();
        assertThat(node.isNear()).isTrue();
        long now = node.clock.millis();
        assertThat(NearNode.response(node.lookup()).ageAt(now))
                .isEqualTo(NearNode.response(other.lookup()).ageAt(now))
                .isEqualTo(600);
    }

    @Test
    void keepsACopyWhenSomethingElseChanges() {
        node.keep("1");
        other.invalidate("tag:else");
        assertThat(node.isNear()).isTrue();
        assertThat(node.isNear()).isTrue();
    }

    @Test
    void givesUpAllCopiesWhenTheBackendIsEmptied() {
        node.keep("1");
        backend.flush();
        assertThat(node.body()).isNull();
    }

    @Test
    void givesUpAllCopiesAtAGap() {
        node.keep("1");
        node.backend.listener().gap("a test");
        assertThat(node.isNear()).isFalse();
        assertThat(node.statistics().usable()).isFalse();
        assertThat(node.statistics().unusableReason()).isEqualTo("a test");
        assertThat(node.statistics().gaps()).isEqualTo(1);
        node.beat();
        assertThat(node.isNear()).isFalse();
        assertThat(node.isNear()).isTrue();
    }

    /** The reply of the backend is older than the report. */
    @Test
    void keepsNoEntryThatChangedAfterItWasRead() {
        node.store("1");
        node.backend.hang();
        CompletableFuture<LookupResult> reading = node.begin();
        other.store("2");
        node.backend.proceed();
        assertThat(NearNode.body(reading.join())).isEqualTo("1");
        assertThat(node.body()).isEqualTo("2");
    }

    @Test
    void keepsNoEntryThatWasReadBeforeAGap() {
        node.store("1");
        node.backend.hang();
        CompletableFuture<LookupResult> reading = node.begin();
        node.backend.listener().gap("a test");
        node.beat();
        node.backend.proceed();
        assertThat(NearNode.body(reading.join())).isEqualTo("1");
        assertThat(node.statistics().entries()).isZero();
    }

    /** Otherwise a long lag would mean a long time without copies after each gap. */
    @Test
    void asksOnceASecondAlsoIfTheLagIsLong() {
        NearNode patient = new NearNode(backend.connect(), new NearSettings(1 << 20, null, Duration.ofHours(1), false));
        patient.keep("1");
        patient.backend.listener().gap("a test");
        patient.run(Duration.ofSeconds(1));
        assertThat(patient.statistics().usable()).isTrue();
        patient.backend.failing = true;
        int asked = patient.backend.questions.get();
        patient.run(Duration.ofSeconds(10));
        assertThat(patient.backend.questions).hasValue(asked + 10);
    }

    @Test
    void saysWhyTheBackendDoesNotConfirm() {
        node.keep("1");
        node.backend.failing = true;
        node.beat();
        assertThat(node.statistics().unusableReason()).isNull();
        node.backend.listener().gap("a test");
        assertThat(node.statistics().unusableReason()).isEqualTo("a test (IllegalStateException: down)");
        node.backend.failing = false;
        node.beat();
        assertThat(node.statistics().unusableReason()).isNull();
        node.backend.listener().gap("another");
        assertThat(node.statistics().unusableReason()).isEqualTo("another");
    }

    @Test
    void aGapMakesTheAnswerToAnEarlierQuestionWorthless() {
        node.keep("1");
        node.backend.hang();
        node.beat();
        node.backend.listener().gap("a test");
        node.backend.proceed();
        assertThat(node.statistics().usable()).isFalse();
    }

    @Test
    void usesNoCopyWhileTheBackendConfirmsNothing() {
        node.keep("1");
        node.backend.hang();
        node.beat();
        node.advance(NearNode.LAG);
        assertThat(node.begin()).isCompleted();
        node.advance(Duration.ofMillis(1));
        assertThat(node.begin()).isNotCompleted();
        assertThat(node.statistics().unusableReason()).contains("in time");
    }

    @Test
    void usesCopiesAgainOnceTheBackendHasConfirmedThatItReportedEverything() {
        node.keep("1");
        node.advance(MORE_THAN_THE_LAG);
        assertThat(node.statistics().usable()).isFalse();
        node.beat();
        assertThat(node.isNear()).isTrue();
    }

    /** The reports were on their way all the time, and arrive before the confirmation. */
    @Test
    void aNodeThatWasSuspendedUsesNothingThatChangedMeanwhile() {
        node.keep("1");
        node.backend.hang();
        other.invalidate("tag:b");
        node.advance(MORE_THAN_THE_LAG);
        node.beat();
        node.backend.proceed();
        assertThat(node.body()).isNull();
    }

    @Test
    void countsTheLagByEachClock() {
        node.keep("1");
        node.clock.advance(MORE_THAN_THE_LAG);
        assertThat(node.isNear()).isFalse();
        node.clock.advance(MORE_THAN_THE_LAG.multipliedBy(-2));
        assertThat(node.isNear()).isFalse();
        node.clock.advance(MORE_THAN_THE_LAG);
        assertThat(node.isNear()).isTrue();
        node.advanceNanos(MORE_THAN_THE_LAG);
        assertThat(node.isNear()).isFalse();
    }

    @Test
    void seesItsOwnInvalidationAtOnce() {
        node.keep("1");
        node.backend.hang();
        CompletableFuture<Void> invalidated = node.beginInvalidation("tag:b");
        assertThat(node.begin()).isNotCompleted();
        node.backend.proceed();
        invalidated.join();
        assertThat(node.body()).isNull();
    }

    @Test
    void seesItsOwnInvalidationThatTheBackendDidNotConfirm() {
        node.keep("1");
        node.backend.failing = true;
        assertThat(node.beginInvalidation("tag:b")).isCompletedExceptionally();
        assertThat(node.lookup().entry()).isNull();
    }

    /** The copy was read after the invalidation began, and before the backend had done it. */
    @Test
    void usesNoCopyThatWasReadDuringItsOwnInvalidation() {
        ReportingBackend.Connection silent = backend.connect();
        silent.reports = false;
        NearNode alone = new NearNode(silent);
        alone.store("1");
        silent.hang();
        CompletableFuture<Void> invalidated = alone.beginInvalidation("tag:b");
        CompletableFuture<LookupResult> reading = alone.begin();
        silent.proceed();
        invalidated.join();
        reading.join();
        assertThat(alone.body()).isNull();
    }

    @Test
    void seesItsOwnWriteAtOnce() {
        node.keep("1");
        node.put(node.lookup().snapshot(), NearNode.TAGS, "2");
        assertThat(node.body()).isEqualTo("2");
    }

    @Test
    void seesItsOwnRemovalAtOnce() {
        node.keep("1");
        remove(node);
        assertThat(node.body()).isNull();
    }

    @Test
    void seesItsOwnChangesAlsoIfTheBackendReportsNone() {
        ReportingBackend.Connection silent = backend.connect();
        silent.reports = false;
        NearNode alone = new NearNode(silent);
        alone.keep("1");
        TagSnapshot before = alone.lookup().snapshot();
        silent.hang();
        alone.put(before, NearNode.TAGS, "2");
        assertThat(alone.begin()).isNotCompleted();
        silent.proceed();
        assertThat(alone.body()).isEqualTo("2");
        assertThat(alone.isNear()).isTrue();
        remove(alone);
        assertThat(alone.body()).isNull();
    }

    private static void remove(NearNode node) {
        NearNode.await(node.store().remove(NearNode.KEY, NearNode.request(NearNode.TAGS)));
    }

    @Test
    void answersNoRequestWithATagThatTheEntryLacks() {
        node.keep("1");
        LookupResult found = NearNode.await(node.begin(NearNode.request(List.of("tag:c"))));
        assertThat(found.entry()).isNull();
    }

    @Test
    void answersNoRequestThatIsNotForCopies() {
        node.keep("1");
        StoreRequest far = StoreRequest.of(NearNode.TAGS, new Deadline(), false);
        assertThat(NearNode.await(node.begin(far)).near()).isFalse();
    }

    @Test
    void aResponseComputedSinceANearHitIsValidUnlessATagWasInvalidated() {
        node.keep("1");
        TagSnapshot before = node.lookup().snapshot();
        node.put(before, NearNode.TAGS, "2");
        assertThat(other.body()).isEqualTo("2");
        other.invalidate("tag:b");
        node.put(before, NearNode.TAGS, "3");
        assertThat(other.body()).isNull();
    }

    /** The position of a near hit is that of an earlier moment, so it proves nothing about tags that only a handler knows. */
    @Test
    void joinsNoRunWhoseResponseMayHaveATagThatWasInvalidatedSince() {
        node.keep("1");
        TagSnapshot leader = node.lookup().snapshot();
        other.invalidate("tag:late");
        TagSnapshot waiter = node.lookup().snapshot();
        assertThat(waiter.unchangedSince(leader, NearNode.TAGS)).isTrue();
        assertThat(waiter.unchangedSince(leader, List.of("tag:b", "tag:late"))).isFalse();
    }

    @Test
    void usesCopiesForAShortTimeIfTheBackendReportsNoChanges() {
        ReportingBackend.Connection silent = backend.connect();
        silent.reports = false;
        NearNode limited = new NearNode(silent);
        limited.keep("1");
        limited.advance(NearSettings.TTL_WITHOUT_FEED);
        assertThat(limited.isNear()).isFalse();
        assertThat(limited.isNear()).isTrue();
        assertThat(silent.questions).hasValue(0);
        assertThat(limited.statistics().usable()).isTrue();
    }

    @Test
    void limitsTheUseOfCopiesToTheConfiguredTime() {
        NearNode limited =
                new NearNode(backend.connect(), new NearSettings(1 << 20, Duration.ofMillis(300), NearNode.LAG, false));
        limited.keep("1");
        limited.advance(Duration.ofMillis(299));
        assertThat(limited.isNear()).isTrue();
        limited.advance(Duration.ofMillis(2));
        assertThat(limited.isNear()).isFalse();
    }

    @Test
    void countsTheTimeOfCopiesByEachClock() {
        NearNode limited =
                new NearNode(backend.connect(), new NearSettings(1 << 20, Duration.ofMillis(300), NearNode.LAG, false));
        limited.keep("1");
        limited.clock.advance(Duration.ofMillis(301));
        assertThat(limited.isNear()).isFalse();
        assertThat(limited.isNear()).isTrue();
        limited.advanceNanos(Duration.ofMillis(301));
        assertThat(limited.isNear()).isFalse();
    }

    @Test
    void usesNoCopyOfAnExpiredEntry() {
        node.keep("1");
        for (int minute = 0; minute < 10; minute++) {
            node.advance(Duration.ofMinutes(1));
            node.beat();
        }
        assertThat(node.body()).isNull();
    }

    @Test
    void asksTheBackendNoMoreOnceItIsClosed() {
        node.keep("1");
        int asked = node.backend.questions.get();
        node.store().close();
        node.beat();
        assertThat(node.backend.questions).hasValue(asked);
        assertThat(node.isBeatDue()).isFalse();
    }
}

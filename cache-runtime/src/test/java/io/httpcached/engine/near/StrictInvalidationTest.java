package io.httpcached.engine.near;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StrictInvalidationTest {

    private static final NearSettings STRICT = new NearSettings(1 << 20, null, NearNode.LAG, true);
    private static final Duration SHORT = Duration.ofMillis(150);
    private static final Duration LONG = NearNode.LAG.plusMillis(10);

    private final ReportingBackend backend = new ReportingBackend();
    private final NearNode writer = new NearNode(backend.connect(), STRICT);
    private final NearNode reader = new NearNode(backend.connect(), STRICT);
    private final NearNode third = new NearNode(backend.connect(), STRICT);

    /** Lets all nodes know each other for longer than the lag. */
    @BeforeEach
    void settle() {
        for (int i = 0; i < 20; i++) {
            run(SHORT);
        }
    }

    private void run(Duration time, NearNode... without) {
        Stream.of(writer, reader, third)
                .filter(node -> !List.of(without).contains(node))
                .forEach(node -> node.run(time));
    }

    @Test
    void completesOnceAllNodesHaveConfirmed() {
        reader.keep("1");
        CompletableFuture<Void> invalidated = writer.beginInvalidation("tag:b");
        run(SHORT);
        assertThat(invalidated).isCompleted();
        assertThat(reader.body()).isNull();
    }

    @Test
    void waitsForANodeThatDoesNotHearOfIt() {
        reader.keep("1");
        reader.backend.hang();
        CompletableFuture<Void> invalidated = writer.beginInvalidation("tag:b");
        run(SHORT, reader);
        assertThat(invalidated).isNotCompleted();
        assertThat(reader.isNear()).isTrue();
        reader.backend.proceed();
        run(SHORT);
        assertThat(invalidated).isCompleted();
        assertThat(reader.body()).isNull();
    }

    @Test
    void aConfirmationThatWasNotWrittenIsRepeated() {
        reader.backend.rejectsWrites = true;
        CompletableFuture<Void> invalidated = writer.beginInvalidation("tag:b");
        run(SHORT);
        assertThat(invalidated).isNotCompleted();
        reader.backend.rejectsWrites = false;
        reader.run(NearNode.LAG.dividedBy(2));
        writer.run(SHORT);
        assertThat(invalidated).isCompleted();
    }

    /** In a cluster, another server may have the version that was removed, and its report may still be on its way. */
    @Test
    void waitsForANodeThatHasHeardOfItButNotOfAllEarlierChanges() {
        reader.backend.confirmsNothing = true;
        CompletableFuture<Void> invalidated = writer.beginInvalidation("tag:b");
        run(SHORT);
        assertThat(invalidated).isNotCompleted();
        writer.run(LONG);
        assertThat(invalidated).isCompleted();
    }

    @Test
    void waitsNoLongerThanANodeMayUseItsCopies() {
        reader.keep("1");
        reader.backend.hang();
        CompletableFuture<Void> invalidated = writer.beginInvalidation("tag:b");
        writer.run(NearNode.LAG);
        reader.advance(NearNode.LAG);
        assertThat(invalidated).isNotCompleted();
        writer.run(Duration.ofMillis(10));
        reader.advance(Duration.ofMillis(10));
        assertThat(invalidated).isCompleted();
        assertThat(reader.begin()).isNotCompleted();
    }

    @Test
    void manyInvalidationsThatWaitForOneNodeCostFewReads() {
        reader.backend.hang();
        int before = writer.backend.reads.get();
        List<CompletableFuture<Void>> invalidated = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            invalidated.add(writer.beginInvalidation("tag:" + i));
        }
        writer.run(NearNode.LAG);
        assertThat(invalidated).noneMatch(CompletableFuture::isDone);
        assertThat(writer.backend.reads.get() - before).isLessThan(400);
        reader.backend.proceed();
        run(SHORT);
        assertThat(invalidated).allMatch(CompletableFuture::isDone);
    }

    @Test
    void waitsWhenTheBackendHasLostTheList() {
        reader.keep("1");
        reader.backend.hang();
        backend.flush();
        run(SHORT, reader);
        CompletableFuture<Void> invalidated = writer.beginInvalidation("tag:b");
        run(SHORT, reader);
        assertThat(invalidated).isNotCompleted();
        writer.run(LONG);
        assertThat(invalidated).isCompleted();
    }

    @Test
    void waitsWhileANewNodeMayHaveCopiesThatItDoesNotKnow() {
        NearNode added = new NearNode(backend.connect(), STRICT);
        added.keep("1");
        run(SHORT);
        CompletableFuture<Void> invalidated = writer.beginInvalidation("tag:b");
        run(SHORT);
        assertThat(invalidated).isNotCompleted();
        writer.run(LONG);
        assertThat(invalidated).isCompleted();
    }

    /** The writer has not read the list yet in which the new node is. */
    @Test
    void waitsWhileTheListDiffersFromTheKnownOne() {
        writer.backend.confirmsNothing = true;
        writer.run(SHORT);
        NearNode added = new NearNode(backend.connect(), STRICT);
        added.keep("1");
        CompletableFuture<Void> invalidated = writer.beginInvalidation("tag:b");
        writer.run(Duration.ofMillis(5));
        assertThat(invalidated).isNotCompleted();
        writer.run(LONG);
        assertThat(invalidated).isCompleted();
    }

    @Test
    void waitsWithoutAReplyOfTheBackend() {
        reader.backend.hang();
        CompletableFuture<Void> removed = writer.beginInvalidation("tag:b");
        writer.backend.hang();
        writer.run(SHORT);
        assertThat(removed).isNotCompleted();
        writer.run(LONG);
        assertThat(removed).isCompleted();
    }

    @Test
    void forgetsANodeThatIsGone() {
        third.backend.hang();
        var unused = writer.beginInvalidation("tag:b");
        backend.expire("p:n:" + ids().get(2));
        for (int i = 0; i < 10; i++) {
            run(SHORT, third);
        }
        for (int i = 0; i < 10; i++) {
            run(SHORT, third);
        }
        CompletableFuture<Void> invalidated = writer.beginInvalidation("tag:b");
        run(SHORT, third);
        assertThat(invalidated).isCompleted();
    }

    @Test
    void aNodeThatLeavesIsNotWaitedFor() {
        third.store().close();
        for (int i = 0; i < 10; i++) {
            run(SHORT, third);
        }
        CompletableFuture<Void> invalidated = writer.beginInvalidation("tag:b");
        run(SHORT, third);
        assertThat(invalidated).isCompleted();
    }

    /** Another node took this one from the list, for example because it was suspended. */
    @Test
    void usesNoCopiesWhileTheListLacksThisNode() {
        third.keep("1");
        backend.expire("p:n");
        third.backend.rejectsReplacements = true;
        reader.run(SHORT);
        third.run(LONG);
        third.run(LONG);
        assertThat(third.isNear()).isFalse();
        third.backend.rejectsReplacements = false;
        third.run(LONG);
        third.lookup();
        assertThat(third.isNear()).isTrue();
        assertThat(ids()).hasSize(2);
    }

    private List<String> ids() {
        return NodeList.decode(backend.value("p:n")).ids();
    }
}

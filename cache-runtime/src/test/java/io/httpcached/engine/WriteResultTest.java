package io.httpcached.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class WriteResultTest {

    @Test
    void twoWritesAreKeptIfBothAre() {
        WriteResult kept = WriteResult.completed(true);
        WriteResult lost = WriteResult.completed(false);
        assertThat(kept.and(kept).kept().toCompletableFuture()).isCompletedWithValue(true);
        assertThat(kept.and(lost).kept().toCompletableFuture()).isCompletedWithValue(false);
        assertThat(lost.and(kept).kept().toCompletableFuture()).isCompletedWithValue(false);
    }

    @Test
    void twoWritesAreDoneWhenBothAre() {
        CompletableFuture<String> first = new CompletableFuture<>();
        CompletableFuture<String> second = new CompletableFuture<>();
        WriteResult both = WriteResult.of(true, first).and(WriteResult.of(true, second));
        first.complete("");
        assertThat(both.done().toCompletableFuture()).isNotDone();
        second.complete("");
        assertThat(both.done().toCompletableFuture()).isCompleted();
        assertThat(WriteResult.completed(true).done().toCompletableFuture()).isCompleted();
    }
}

package io.httpcached.store.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LazyClientTest {

    private final List<CompletableFuture<String>> made = new ArrayList<>();
    private final List<String> ended = new ArrayList<>();
    private final LazyClient<String> client = new LazyClient<>(this::make, ended::add);

    private CompletableFuture<String> make() {
        CompletableFuture<String> client = new CompletableFuture<>();
        made.add(client);
        return client;
    }

    @Test
    void theFirstUseMakesTheClientAndOthersWaitForTheSame() {
        assertThat(made).isEmpty();
        CompletableFuture<String> first = client.get();
        CompletableFuture<String> second = client.get();
        assertThat(made).hasSize(1);
        made.get(0).complete("client");
        assertThat(first).isCompletedWithValue("client");
        assertThat(second).isCompletedWithValue("client");
        assertThat(client.get()).isCompletedWithValue("client");
        assertThat(made).hasSize(1);
    }

    @Test
    void afterAFailureTheNextUseTriesAgain() {
        CompletableFuture<String> failed = client.get();
        made.get(0).completeExceptionally(new IllegalStateException("on purpose"));
        assertThat(failed).isCompletedExceptionally();
        CompletableFuture<String> next = client.get();
        made.get(1).complete("client");
        assertThat(next).isCompletedWithValue("client");
    }

    @Test
    void closingEndsTheClientOnce() {
        CompletableFuture<String> used = client.get();
        made.get(0).complete("client");
        assertThat(used).isCompleted();
        client.close();
        client.close();
        assertThat(ended).containsExactly("client");
        assertThat(client.get()).isCompletedExceptionally();
        assertThat(made).hasSize(1);
    }

    @Test
    void aClientThatIsMadeAfterTheEndIsEndedToo() {
        CompletableFuture<String> early = client.get();
        client.close();
        made.get(0).complete("client");
        assertThat(early).isCompleted();
        assertThat(ended).containsExactly("client");
    }

    @Test
    void closingMakesNoClient() {
        client.close();
        assertThat(made).isEmpty();
        assertThat(client.get()).isCompletedExceptionally();
    }
}

package io.httpcached.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.core.CacheKey;
import io.httpcached.core.CachePolicy;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryLookupTest {

    private final OneEntry store = new OneEntry();

    @Test
    void theLookUpOfAVariantHasTheTimeThatTheFirstOneLeft() {
        store.entry = new Entry.Variants(List.of("accept"));
        SelectedEntry selected = new EntryLookup(store)
                .lookup(new PlainCall(CacheKey.of("key"), CachePolicy.builder().build(), List.of()), 5)
                .toCompletableFuture()
                .join();
        assertThat(store.waits).containsExactly(5L, 6L);
        assertThat(selected.waited()).isEqualTo(7);
    }
}

package io.httpcached.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.core.CacheKey;
import io.httpcached.core.CachePolicy;
import io.httpcached.core.RequestPart;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryLookupTest {

    private final OneEntry store = new OneEntry();

    @Test
    void theLookupOfAVariantHasTheTimeThatTheFirstOneLeft() {
        store.entry = new Entry.Variants(List.of(RequestPart.field("accept")));
        PlainCall call = new PlainCall(CacheKey.of("key"), CachePolicy.builder().build(), List.of());
        call.deadline().addWait(5);
        var unused = new EntryLookup(store).lookup(call).toCompletableFuture().join();
        assertThat(store.waits).containsExactly(5L, 6L);
        assertThat(call.deadline().spentNanos()).isEqualTo(7);
    }
}

package io.httpcached.engine;

import static io.httpcached.engine.PipelineDriver.body;
import static io.httpcached.engine.PipelineDriver.ok;
import static io.httpcached.engine.PipelineDriver.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.MutableClock;
import io.httpcached.core.CachePolicy;
import io.httpcached.core.RequestPart;
import io.httpcached.engine.memory.MemoryEntryStore;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Responses that vary on fields of the request (RFC 9111 §4.1). */
class VariantsTest {

    private final MutableClock clock = new MutableClock();
    private final MemoryEntryStore store = new MemoryEntryStore(1_000_000, clock);
    private final PipelineDriver route = new PipelineDriver(store, clock);

    @BeforeEach
    void answerInTheLanguageOfTheRequest() {
        route.handler = pending ->
                ok("in " + pending.call().request().fields().first("Accept-Language"), "Vary", "Accept-Language");
    }

    @Test
    void eachVariantIsStoredUnderItsOwnKey() {
        assertThat(status(route.get("Accept-Language", "de"))).isEqualTo("c; fwd=miss; stored; ttl=10");
        assertThat(status(route.get("Accept-Language", "en"))).isEqualTo("c; fwd=vary-miss; stored; ttl=10");
        assertThat(body(route.get("Accept-Language", "de"))).isEqualTo("in de");
        assertThat(body(route.get("Accept-Language", "en"))).isEqualTo("in en");
        assertThat(route.runs).hasSize(2);
        assertThat(store.size()).isEqualTo(3);
    }

    @Test
    void aFieldThatAnotherResponseVariesOnIsAdded() {
        route.get("Accept-Language", "de");
        route.handler = pending -> ok("json", "Vary", "Accept");
        route.get("Accept-Language", "en", "Accept", "application/json");
        assertThat(route.explain(route.call("GET")).variants())
                .extracting(RequestPart::text)
                .containsExactly("accept", "accept-language");
        assertThat(body(route.get("Accept-Language", "en", "Accept", "application/json")))
                .isEqualTo("json");
        assertThat(status(route.get("Accept-Language", "en", "Accept", "text/html")))
                .startsWith("c; fwd=vary-miss");
    }

    @Test
    void aResponseWithoutVaryIsAVariantOfARouteThatVaries() {
        route.get("Accept-Language", "de");
        route.handler = pending -> ok("any");
        route.get("Accept-Language", "en");
        assertThat(route.explain(route.call("GET")).variants())
                .extracting(RequestPart::text)
                .containsExactly("accept-language");
        assertThat(body(route.get("Accept-Language", "de"))).isEqualTo("in de");
        assertThat(body(route.get("Accept-Language", "en"))).isEqualTo("any");
    }

    @Test
    void aFieldInTheKeyIsNoVariant() {
        route.policy = CachePolicy.builder()
                .ttl(Duration.ofSeconds(10))
                .vary(List.of("Accept-Language"))
                .build();
        assertThat(status(route.get("Accept-Language", "de"))).isEqualTo("c; fwd=miss; stored; ttl=10");
        assertThat(store.size()).isEqualTo(1);
        assertThat(route.explain(route.call("GET")).variants()).isEmpty();
    }

    /** The key contains only what the route reads of the field, and the handler varies on the whole of it. */
    @Test
    void aFieldThatIsInTheKeyInPartIsAVariantIfTheHandlerSaysSo() {
        route.policy = CachePolicy.builder()
                .ttl(Duration.ofSeconds(10))
                .vary(List.of("Accept-Language"))
                .keyedInPart(Set.of("accept-language"))
                .build();
        route.get("Accept-Language", "de");
        assertThat(route.explain(route.call("GET")).variants())
                .extracting(RequestPart::text)
                .containsExactly("accept-language");
    }

    /** The names of the fields have no tags: what invalidates the responses does not invalidate them. */
    @Test
    void theFieldsAreKnownForADay() {
        route.get("Accept-Language", "de");
        clock.advance(Duration.ofDays(1).minusSeconds(1));
        assertThat(status(route.get("Accept-Language", "de"))).startsWith("c; fwd=vary-miss");
        clock.advance(Duration.ofSeconds(1));
        assertThat(status(route.get("Accept-Language", "de"))).startsWith("c; fwd=miss");
    }
}

package io.httpcached.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.MutableClock;
import io.httpcached.core.CacheRequest;
import io.httpcached.engine.memory.MemoryEntryStore;
import org.junit.jupiter.api.Test;

class HeadAsGetTest {

    private final MutableClock clock = new MutableClock();
    private final PipelineDriver route = new PipelineDriver(new MemoryEntryStore(1_000_000, clock), clock);

    @Test
    void aHeadRequestIsReadAsGetWhereTheHandlerAnswersItSo() {
        assertThat(HeadAsGet.of(route.call("HEAD")).method()).isEqualTo("HEAD");
        route.headRunsGet = true;
        assertThat(HeadAsGet.of(route.call("HEAD")).method()).isEqualTo("GET");
        assertThat(HeadAsGet.of(route.call("POST")).method()).isEqualTo("POST");
    }

    @Test
    void allElseIsThatOfTheRequest() {
        route.headRunsGet = true;
        CacheRequest plain = HeadAsGet.of(route.call("HEAD", "Accept", "a"));
        assertThat(plain.fields().first("Accept")).isEqualTo("a");
        assertThat(plain.hasPrincipal()).isFalse();
        assertThat(plain.isKeyed()).isTrue();
        CacheRequest special = HeadAsGet.of(route.call("HEAD", "Principal", "u", "Unkeyed", "1"));
        assertThat(special.hasPrincipal()).isTrue();
        assertThat(special.isKeyed()).isFalse();
        assertThat(plain.hasContent()).isFalse();
        assertThat(plain.hasUserName()).isFalse();
        assertThat(special.hasUserName()).isTrue();
        assertThat(HeadAsGet.of(route.call("HEAD", "Content-Length", "3")).hasContent())
                .isTrue();
    }
}

package io.httpcached.engine.fields;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.core.Forwarding;
import io.httpcached.core.Outcome;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.greenbytes.http.sfv.Item;
import org.greenbytes.http.sfv.Parser;
import org.greenbytes.http.sfv.StringItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CacheStatusTest {

    private static final CacheStatus CACHE = new CacheStatus("c");

    @Test
    void aHitHasItsRemainingTtl() {
        assertThat(new CacheStatus("httpcached").render(Outcome.hit(50))).isEqualTo("httpcached; hit; ttl=50");
        assertThat(new CacheStatus("httpcached").render(Outcome.hit(-5))).isEqualTo("httpcached; hit; ttl=-5");
        assertThat(new CacheStatus("httpcached").render(Outcome.hit(0))).isEqualTo("httpcached; hit; ttl=0");
    }

    @Test
    void noHitReceivesTheTextOfAnother() {
        for (long ttl : new long[] {7, 7 + 1024, 7, -1, -1025, Long.MAX_VALUE, Outcome.NO_TTL + 7}) {
            assertThat(CACHE.render(Outcome.hit(ttl))).isEqualTo("c; hit; ttl=" + ttl);
        }
        assertThat(CACHE.render(Outcome.hit(7).withDetail("a"))).isEqualTo("c; hit; ttl=7; detail=a");
        assertThat(CACHE.render(Outcome.hit(7).withStored(true))).isEqualTo("c; hit; stored; ttl=7");
        assertThat(CACHE.render(Outcome.hit(Outcome.NO_TTL))).isEqualTo("c; hit");
        assertThat(CACHE.render(Outcome.hit(0))).isEqualTo("c; hit; ttl=0");
    }

    @Test
    void noOtherOutcomeReceivesTheTextOfAnother() {
        for (int round = 0; round < 2; round++) {
            for (Forwarding reason : Forwarding.values()) {
                for (long ttl = 1; ttl < 600; ttl++) {
                    Outcome stored = Outcome.forwarded(reason).withStored(true).withTtl(ttl);
                    assertThat(CACHE.render(stored)).isEqualTo("c; fwd=" + reason.token() + "; stored; ttl=" + ttl);
                    assertThat(CACHE.render(stored.withDetail("d" + ttl)))
                            .endsWith("; ttl=" + ttl + "; detail=d" + ttl);
                }
            }
        }
    }

    @Test
    void aRefusalIsNeitherHitNorForwarded() {
        assertThat(CACHE.render(Outcome.gatewayTimeout().withDetail("only-if-cached")))
                .isEqualTo("c; detail=only-if-cached");
    }

    @Test
    void theStatusOfTheHandlerIsRenderedWhereTheSentOneDiffers() {
        Outcome miss = Outcome.forwarded(Forwarding.MISS);
        assertThat(CACHE.render(miss.sentAs(200, 304))).isEqualTo("c; fwd=miss; fwd-status=200");
    }

    @Test
    void parametersHaveAFixedOrder() {
        Outcome all = Outcome.forwarded(Forwarding.STALE)
                .withDetail("why")
                .withKey("k")
                .withCollapsed(true)
                .withStored(true)
                .withTtl(60)
                .withForwardStatus(304);
        assertThat(CACHE.render(all))
                .isEqualTo("c; fwd=stale; fwd-status=304; stored; collapsed; ttl=60; key=\"k\"; detail=why");
        assertThat(CACHE.render(Outcome.forwarded(Forwarding.BYPASS))).isEqualTo("c; fwd=bypass");
    }

    @Test
    void aLongDetailIsShortened() {
        Outcome outcome = Outcome.forwarded(Forwarding.MISS);
        assertThat(CACHE.render(outcome.withDetail("x".repeat(256))))
                .isEqualTo("c; fwd=miss; detail=" + "x".repeat(256));
        assertThat(CACHE.render(outcome.withDetail("x".repeat(257))))
                .isEqualTo("c; fwd=miss; detail=" + "x".repeat(256) + "...");
    }

    @ParameterizedTest
    @EnumSource(Forwarding.class)
    void everyReasonIsAToken(Forwarding forwarding) {
        Item<?> item = Parser.parseItem(CACHE.render(Outcome.forwarded(forwarding)));
        assertThat(item.getParams().get("fwd")).extracting(Item::get).isEqualTo(forwarding.token());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "cache.example:80/x | cache.example:80/x",
                "*cache | *cache",
                "my cache | \"my cache\"",
                "1cache | \"1cache\"",
                "`` | \"\"",
                "say \"hi\\\" | \"say \\\"hi\\\\\\\"\"",
                "caf\u00e9 | \"caf%C3%A9\"",
                "\ud83d\ude00 | \"%F0%9F%98%80\"",
                "a\u007fb | \"a%7Fb\""
            })
    void aNameIsATokenIfPossibleAndElseAString(String name, String rendered) {
        assertThat(new CacheStatus(name).render(Outcome.hit(1))).isEqualTo(rendered + "; hit; ttl=1");
    }

    @Test
    void aKeyIsAlwaysAString() {
        assertThat(CACHE.render(Outcome.hit(1).withKey("a\nb"))).isEqualTo("c; hit; ttl=1; key=\"a%0Ab\"");
    }

    @Property
    void everyOutcomeIsAStructuredField(
            @ForAll String name,
            @ForAll String key,
            @ForAll String detail,
            @ForAll @LongRange(min = -4_000_000_000L, max = 4_000_000_000L) long ttl,
            @ForAll @IntRange(min = 100, max = 599) int status,
            @ForAll boolean stored,
            @ForAll boolean collapsed) {
        Outcome outcome = Outcome.forwarded(Forwarding.MISS)
                .withTtl(ttl)
                .withForwardStatus(status)
                .withStored(stored)
                .withCollapsed(collapsed)
                .withKey(key)
                .withDetail(detail);
        Item<?> item = Parser.parseItem(new CacheStatus(name).render(outcome));
        assertThat(item.getParams().get("ttl")).extracting(Item::get).isEqualTo(ttl);
        assertThat(item.getParams().get("fwd-status")).extracting(Item::get).isEqualTo((long) status);
        assertThat(item.getParams().containsKey("stored")).isEqualTo(stored);
        assertThat(item.getParams().containsKey("collapsed")).isEqualTo(collapsed);
        assertThat(item.getParams().get("key")).isInstanceOf(StringItem.class);
        assertThat(item.getParams()).containsKey("detail");
    }
}

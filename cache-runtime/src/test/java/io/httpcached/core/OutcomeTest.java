package io.httpcached.core;

import static org.assertj.core.api.Assertions.assertThat;

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

class OutcomeTest {

    @Test
    void aHitTellsItsRemainingLife() {
        assertThat(Outcome.hit(50).render("httpcached")).isEqualTo("httpcached; hit; ttl=50");
        assertThat(Outcome.hit(-5).render("httpcached")).isEqualTo("httpcached; hit; ttl=-5");
        assertThat(Outcome.hit(0).render("httpcached")).isEqualTo("httpcached; hit; ttl=0");
    }

    @Test
    void aRefusalIsNeitherHitNorForwarded() {
        assertThat(Outcome.refused().withDetail("only-if-cached").render("c")).isEqualTo("c; detail=only-if-cached");
    }

    @Test
    void theHandlersStatusIsToldWhereItIsNotTheResponses() {
        Outcome miss = Outcome.forwarded(Forwarding.MISS);
        assertThat(miss.sentAs(200, 304).render("c")).isEqualTo("c; fwd=miss; fwd-status=200");
        assertThat(miss.sentAs(200, 200)).isSameAs(miss);
        Outcome validated = Outcome.forwarded(Forwarding.STALE).withForwardStatus(304);
        assertThat(validated.sentAs(200, 206)).isSameAs(validated);
        Outcome hit = Outcome.hit(5);
        assertThat(hit.sentAs(200, 304)).isSameAs(hit);
    }

    @Test
    void aForwardedRequestTellsWhatIsKnownInAFixedOrder() {
        Outcome all = Outcome.forwarded(Forwarding.STALE)
                .withDetail("why")
                .withKey("k")
                .withCollapsed(true)
                .withStored(true)
                .withTtl(60)
                .withForwardStatus(304);
        assertThat(all.render("c"))
                .isEqualTo("c; fwd=stale; fwd-status=304; stored; collapsed; ttl=60; key=\"k\"; detail=why");
        assertThat(Outcome.forwarded(Forwarding.BYPASS).render("c")).isEqualTo("c; fwd=bypass");
    }

    @ParameterizedTest
    @CsvSource({
        "BYPASS, bypass",
        "METHOD, method",
        "URI_MISS, uri-miss",
        "VARY_MISS, vary-miss",
        "MISS, miss",
        "REQUEST, request",
        "STALE, stale",
        "PARTIAL, partial"
    })
    void reasonsAreThoseOfTheRegistry(Forwarding forwarding, String token) {
        assertThat(forwarding.token()).isEqualTo(token);
    }

    @ParameterizedTest
    @EnumSource(Forwarding.class)
    void everyReasonIsAToken(Forwarding forwarding) {
        Item<?> item = Parser.parseItem(Outcome.forwarded(forwarding).render("c"));
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
    void aNameIsATokenWhereItCanBeElseAString(String name, String rendered) {
        assertThat(Outcome.hit(1).render(name)).isEqualTo(rendered + "; hit; ttl=1");
    }

    @Test
    void aKeyIsAlwaysAString() {
        assertThat(Outcome.hit(1).withKey("a\nb").render("c")).isEqualTo("c; hit; ttl=1; key=\"a%0Ab\"");
    }

    @Property
    void whateverItTellsIsAStructuredField(
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
        Item<?> item = Parser.parseItem(outcome.render(name));
        assertThat(item.getParams().get("ttl")).extracting(Item::get).isEqualTo(ttl);
        assertThat(item.getParams().get("fwd-status")).extracting(Item::get).isEqualTo((long) status);
        assertThat(item.getParams().containsKey("stored")).isEqualTo(stored);
        assertThat(item.getParams().containsKey("collapsed")).isEqualTo(collapsed);
        assertThat(item.getParams().get("key")).isInstanceOf(StringItem.class);
        assertThat(item.getParams()).containsKey("detail");
    }
}

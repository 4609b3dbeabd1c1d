package io.httpcached.store.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.store.CacheStore;
import io.httpcached.store.StoreCapabilities;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The tests that every implementation of {@link CacheStore} must pass. The test of a store extends this class and
 * implements {@link #open()}. Run it against a real server; all tests may share one, because each uses unique keys.
 */
public abstract class CacheStoreContract extends IncrementContract {

    private static final int LARGEST_TESTED_SIZE = 2 * 1024 * 1024;
    private static final int EXCESS_SIZE = 64 * 1024;

    @Test
    void readsEveryByteBack() {
        byte[] value = new byte[256];
        for (int i = 0; i < value.length; i++) {
            value[i] = (byte) i;
        }
        await(store.put(key("a"), value, LONG_TTL));
        assertThat(read(store, "a")).isEqualTo(value);
    }

    @Test
    void readsImmediatelyWhatAnotherNodePut() {
        await(store.put(key("a"), bytes("1"), LONG_TTL));
        assertThat(read(otherNode, "a")).isEqualTo(bytes("1"));
    }

    @Test
    void returnsValuesInTheOrderOfTheKeys() {
        await(store.put(key("a"), bytes("1"), LONG_TTL));
        await(store.put(key("c"), bytes("3"), LONG_TTL));
        assertThat(await(store.get(List.of(key("c"), key("b"), key("a")))))
                .containsExactly(bytes("3"), null, bytes("1"));
    }

    @Test
    void returnsAValueForEachOccurrenceOfAKey() {
        await(store.put(key("a"), bytes("1"), LONG_TTL));
        assertThat(await(store.get(List.of(key("a"), key("b"), key("a"), key("b")))))
                .containsExactly(bytes("1"), null, bytes("1"), null);
    }

    @Test
    void readsHundredsOfKeys() {
        List<String> keys =
                IntStream.range(0, 250).mapToObj(i -> key("many" + i)).toList();
        await(all(keys.stream().map(key -> store.put(key, bytes(key), LONG_TTL)).toList()));
        assertThat(await(store.get(keys)))
                .containsExactlyElementsOf(
                        keys.stream().map(TwoNodeStores::bytes).toList());
    }

    @Test
    void overwritesTheExistingValue() {
        await(store.put(key("a"), bytes("a longer value"), LONG_TTL));
        await(otherNode.put(key("a"), bytes("2"), LONG_TTL));
        assertThat(read(store, "a")).isEqualTo(bytes("2"));
    }

    @Test
    void storesTheLargestPromisedValue() {
        long largest = Math.min(LARGEST_TESTED_SIZE, store.capabilities().maximumValueSize());
        byte[] value = new byte[(int) largest];
        new Random(1).nextBytes(value);
        String name = "k".repeat(StoreCapabilities.MAXIMUM_KEY_LENGTH - key("").length());
        await(store.put(key(name), value, LONG_TTL));
        assertThat(read(store, name)).isEqualTo(value);
    }

    @Test
    void neverReturnsPartOfAnOversizedValue() {
        long largest = Math.min(LARGEST_TESTED_SIZE, store.capabilities().maximumValueSize());
        byte[] tooLarge = new byte[(int) largest + EXCESS_SIZE];
        await(store.put(key("large"), bytes("what was there"), LONG_TTL));
        boolean taken = await(store.put(key("large"), tooLarge, LONG_TTL).handle((put, failure) -> failure == null));
        byte[] read = read(store, "large");
        if (taken) {
            assertThat(read).isEqualTo(tooLarge);
        } else if (read != null) {
            assertThat(read).isEqualTo(bytes("what was there"));
        }
    }

    @Test
    void distinguishesKeysByEachCharacter() {
        String longest = key("x").concat("k".repeat(StoreCapabilities.MAXIMUM_KEY_LENGTH - key("x").length()));
        List<String> keys = List.of(
                longest, longest.substring(1), key("Case"), key("case"), key("!\"#$%&'()*+,-./:;<=>?@[]^_{|}~"));
        keys.forEach(key -> await(store.put(key, bytes(key), LONG_TTL)));
        assertThat(await(store.get(keys)))
                .containsExactlyElementsOf(
                        keys.stream().map(TwoNodeStores::bytes).toList());
    }

    @Test
    void expiresAValueAfterItsTtlAndNotBefore() {
        await(store.put(key("long"), bytes("1"), LONG_TTL));
        long put = System.nanoTime();
        await(store.put(key("short"), bytes("1"), SHORT_TTL));
        awaitAbsenceNoEarlier("short", put);
        assertThat(read(store, "long")).isNotNull();
    }

    @Test
    void expiresAValueWithATtlBelowOneSecond() {
        await(store.put(key("brief"), bytes("1"), Duration.ofMillis(50)));
        awaitAbsence("brief");
    }

    @Test
    void acceptsATtlOfAMonth() {
        await(store.put(key("month"), bytes("1"), Duration.ofDays(30)));
        assertThat(read(store, "month")).isNotNull();
    }

    @Test
    void putIfAbsentHasOneWinnerAcrossNodesWherePromised() {
        List<CompletableFuture<Boolean>> attempts = IntStream.range(0, 64)
                .mapToObj(i -> CompletableFuture.supplyAsync(() ->
                                (i % 2 == 0 ? store : otherNode).putIfAbsent(key("lease"), bytes("" + i), LONG_TTL))
                        .thenCompose(stage -> stage))
                .toList();
        await(all(attempts));
        List<byte[]> winners = IntStream.range(0, 64)
                .filter(i -> attempts.get(i).join())
                .mapToObj(i -> bytes("" + i))
                .toList();
        if (store.capabilities().atomicPutIfAbsent()) {
            assertThat(winners).hasSize(1);
        }
        assertThat(winners).contains(read(otherNode, "lease"));
    }

    @Test
    void putIfAbsentSucceedsAgainOnceTheValueIsGone() {
        assertThat(await(store.putIfAbsent(key("a"), bytes("1"), SHORT_TTL))).isTrue();
        assertThat(await(store.putIfAbsent(key("a"), bytes("2"), LONG_TTL))).isFalse();
        awaitAbsence("a");
        assertThat(await(store.putIfAbsent(key("a"), bytes("3"), LONG_TTL))).isTrue();
        await(store.remove(List.of(key("a"))));
        assertThat(await(store.putIfAbsent(key("a"), bytes("4"), LONG_TTL))).isTrue();
        assertThat(read(store, "a")).isEqualTo(bytes("4"));
    }

    @Test
    void touchExtendsTheTtlOrDoesNothing() {
        await(store.put(key("touched"), bytes("1"), SHORT_TTL));
        await(store.put(key("other"), bytes("1"), SHORT_TTL));
        await(store.touch(List.of(key("touched"), key("nothing")), LONG_TTL));
        awaitAbsence("other");
        if (store.capabilities().extendsLife()) {
            assertThat(read(store, "touched")).isEqualTo(bytes("1"));
        } else {
            awaitAbsence("touched");
        }
    }

    @Test
    void touchDoesNotRestoreARemovedValue() {
        await(store.put(key("a"), bytes("1"), LONG_TTL));
        await(otherNode.remove(List.of(key("a"))));
        await(store.touch(List.of(key("a")), LONG_TTL));
        assertThat(read(store, "a")).isNull();
    }

    @Test
    void removesSeveralKeysForAllNodes() {
        await(store.put(key("a"), bytes("1"), LONG_TTL));
        await(store.put(key("b"), bytes("2"), LONG_TTL));
        await(store.put(key("c"), bytes("3"), LONG_TTL));
        await(store.remove(List.of(key("a"), key("b"), key("nothing"))));
        assertThat(await(otherNode.get(List.of(key("a"), key("b"), key("c"))))).containsExactly(null, null, bytes("3"));
    }

    @Test
    void removesHundredsOfKeysIncludingDuplicates() {
        List<String> keys =
                IntStream.range(0, 120).mapToObj(i -> key("many" + i % 60)).toList();
        await(all(keys.stream().map(key -> store.put(key, bytes(key), LONG_TTL)).toList()));
        await(store.remove(keys));
        assertThat(await(otherNode.get(keys))).containsOnlyNulls();
    }

    @Test
    void handlesManyConcurrentOperations() {
        List<CompletionStage<?>> puts = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            puts.add(store.put(key("at-once" + i), bytes("value" + i), LONG_TTL));
        }
        await(all(puts));
        List<CompletionStage<List<byte @Nullable []>>> gets = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            gets.add(otherNode.get(List.of(key("at-once" + i))));
        }
        await(all(gets));
        for (int i = 0; i < 500; i++) {
            assertThat(await(gets.get(i))).containsExactly(bytes("value" + i));
        }
    }

    @Test
    void failsOnceClosedWithoutAffectingOtherStores() {
        await(store.put(key("a"), bytes("1"), LONG_TTL));
        otherNode.close();
        otherNode.close();
        assertFails(otherNode.get(List.of(key("a"))));
        assertThat(read(store, "a")).isEqualTo(bytes("1"));
    }
}

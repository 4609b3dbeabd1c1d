package io.httpcached.contract;

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
 * The contract of {@link CacheStore}. A backend's test extends it and says how to open a store; the server behind is a real
 * one, and may be shared by all tests, because each uses keys of its own.
 */
public abstract class CacheStoreContract extends ReplaceContract {

    private static final int LARGEST_TRIED = 2 * 1024 * 1024;
    private static final int TOO_MUCH = 64 * 1024;

    @Test
    void readsBackEveryByte() {
        byte[] value = new byte[256];
        for (int i = 0; i < value.length; i++) {
            value[i] = (byte) i;
        }
        await(store.put(key("a"), value, LONG));
        assertThat(read(store, "a")).isEqualTo(value);
    }

    @Test
    void readsWhatAnotherNodePutAtOnce() {
        await(store.put(key("a"), bytes("1"), LONG));
        assertThat(read(otherNode, "a")).isEqualTo(bytes("1"));
    }

    @Test
    void answersSeveralKeysInTheirOrder() {
        await(store.put(key("a"), bytes("1"), LONG));
        await(store.put(key("c"), bytes("3"), LONG));
        assertThat(await(store.get(List.of(key("c"), key("b"), key("a")))))
                .containsExactly(bytes("3"), null, bytes("1"));
    }

    @Test
    void answersAKeyAsOftenAsItIsAskedFor() {
        await(store.put(key("a"), bytes("1"), LONG));
        assertThat(await(store.get(List.of(key("a"), key("b"), key("a"), key("b")))))
                .containsExactly(bytes("1"), null, bytes("1"), null);
    }

    @Test
    void answersHundredsOfKeys() {
        List<String> keys =
                IntStream.range(0, 250).mapToObj(i -> key("many" + i)).toList();
        await(all(keys.stream().map(key -> store.put(key, bytes(key), LONG)).toList()));
        assertThat(await(store.get(keys)))
                .containsExactlyElementsOf(
                        keys.stream().map(StoresOfTwoNodes::bytes).toList());
    }

    @Test
    void putsInPlaceOfWhatWasThere() {
        await(store.put(key("a"), bytes("a longer value"), LONG));
        await(otherNode.put(key("a"), bytes("2"), LONG));
        assertThat(read(store, "a")).isEqualTo(bytes("2"));
    }

    @Test
    void keepsTheLargestValueItPromises() {
        long largest = Math.min(LARGEST_TRIED, store.capabilities().maximumValueSize());
        byte[] value = new byte[(int) largest];
        new Random(1).nextBytes(value);
        String name = "k".repeat(StoreCapabilities.MAXIMUM_KEY_LENGTH - key("").length());
        await(store.put(key(name), value, LONG));
        assertThat(read(store, name)).isEqualTo(value);
    }

    @Test
    void neverReadsAPartOfAValueThatIsTooLarge() {
        long largest = Math.min(LARGEST_TRIED, store.capabilities().maximumValueSize());
        byte[] tooLarge = new byte[(int) largest + TOO_MUCH];
        await(store.put(key("large"), bytes("what was there"), LONG));
        boolean taken = await(store.put(key("large"), tooLarge, LONG).handle((put, failure) -> failure == null));
        byte[] read = read(store, "large");
        if (taken) {
            assertThat(read).isEqualTo(tooLarge);
        } else if (read != null) {
            assertThat(read).isEqualTo(bytes("what was there"));
        }
    }

    @Test
    void tellsKeysApartByEachCharacter() {
        String longest = key("x").concat("k".repeat(StoreCapabilities.MAXIMUM_KEY_LENGTH - key("x").length()));
        List<String> keys = List.of(
                longest, longest.substring(1), key("Case"), key("case"), key("!\"#$%&'()*+,-./:;<=>?@[]^_{|}~"));
        keys.forEach(key -> await(store.put(key, bytes(key), LONG)));
        assertThat(await(store.get(keys)))
                .containsExactlyElementsOf(
                        keys.stream().map(StoresOfTwoNodes::bytes).toList());
    }

    @Test
    void forgetsAValueAfterItsTimeAndNotBefore() {
        await(store.put(key("long"), bytes("1"), LONG));
        long put = System.nanoTime();
        await(store.put(key("short"), bytes("1"), SHORT));
        awaitAbsenceNoEarlier("short", put);
        assertThat(read(store, "long")).isNotNull();
    }

    @Test
    void forgetsAValueOfLessThanASecond() {
        await(store.put(key("brief"), bytes("1"), Duration.ofMillis(50)));
        awaitAbsence("brief");
    }

    @Test
    void keepsAValueForAMonth() {
        await(store.put(key("month"), bytes("1"), Duration.ofDays(30)));
        assertThat(read(store, "month")).isNotNull();
    }

    @Test
    void putsIfAbsentAsOftenAsItPromisesAmongManyOnTwoNodes() {
        List<CompletableFuture<Boolean>> attempts = IntStream.range(0, 64)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                                () -> (i % 2 == 0 ? store : otherNode).putIfAbsent(key("lease"), bytes("" + i), LONG))
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
    void putsIfAbsentAgainOnceTheValueIsGone() {
        assertThat(await(store.putIfAbsent(key("a"), bytes("1"), SHORT))).isTrue();
        assertThat(await(store.putIfAbsent(key("a"), bytes("2"), LONG))).isFalse();
        awaitAbsence("a");
        assertThat(await(store.putIfAbsent(key("a"), bytes("3"), LONG))).isTrue();
        await(store.remove(List.of(key("a"))));
        assertThat(await(store.putIfAbsent(key("a"), bytes("4"), LONG))).isTrue();
        assertThat(read(store, "a")).isEqualTo(bytes("4"));
    }

    @Test
    void touchLetsAValueLiveLongerOrDoesNothing() {
        await(store.put(key("touched"), bytes("1"), SHORT));
        await(store.put(key("other"), bytes("1"), SHORT));
        await(store.touch(List.of(key("touched"), key("nothing")), LONG));
        awaitAbsence("other");
        if (store.capabilities().extendsLife()) {
            assertThat(read(store, "touched")).isEqualTo(bytes("1"));
        } else {
            awaitAbsence("touched");
        }
    }

    @Test
    void touchDoesNotBringBackWhatIsGone() {
        await(store.put(key("a"), bytes("1"), LONG));
        await(otherNode.remove(List.of(key("a"))));
        await(store.touch(List.of(key("a")), LONG));
        assertThat(read(store, "a")).isNull();
    }

    @Test
    void removesSeveralForAllNodes() {
        await(store.put(key("a"), bytes("1"), LONG));
        await(store.put(key("b"), bytes("2"), LONG));
        await(store.put(key("c"), bytes("3"), LONG));
        await(store.remove(List.of(key("a"), key("b"), key("nothing"))));
        assertThat(await(otherNode.get(List.of(key("a"), key("b"), key("c"))))).containsExactly(null, null, bytes("3"));
    }

    @Test
    void removesHundredsOfKeysAndSomeOfThemTwice() {
        List<String> keys =
                IntStream.range(0, 120).mapToObj(i -> key("many" + i % 60)).toList();
        await(all(keys.stream().map(key -> store.put(key, bytes(key), LONG)).toList()));
        await(store.remove(keys));
        assertThat(await(otherNode.get(keys))).containsOnlyNulls();
    }

    @Test
    void answersManyAtOnce() {
        List<CompletionStage<?>> puts = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            puts.add(store.put(key("at-once" + i), bytes("value" + i), LONG));
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
    void failsOnceItIsClosedAndLeavesOthersAlone() {
        await(store.put(key("a"), bytes("1"), LONG));
        otherNode.close();
        otherNode.close();
        assertFails(otherNode.get(List.of(key("a"))));
        assertThat(read(store, "a")).isEqualTo(bytes("1"));
    }
}

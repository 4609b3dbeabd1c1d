package io.httpcached.store.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.store.CacheStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The tests of {@link CacheStore#replace}. For a store that does not promise an atomic replace, each test asserts that
 * the operation changes nothing and reports failure.
 */
abstract class ReplaceContract extends TwoNodeStores {

    private static final int ROUNDS = 100;
    private static final int CONTENDERS = 4;

    @Test
    void replacesTheExpectedValueForAllNodes() {
        await(store.put(key("a"), bytes("1"), LONG_TTL));
        assertReplacesAsPromised("a", bytes("1"), bytes("a longer value"));
    }

    @Test
    void comparesEveryByte() {
        byte[] expected = new byte[256];
        byte[] value = new byte[256];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = (byte) i;
            value[i] = (byte) ~i;
        }
        await(store.put(key("a"), expected, LONG_TTL));
        assertReplacesAsPromised("a", expected, value);
    }

    @Test
    void replacesNoValueThatDiffersInAnyByte() {
        for (String current : List.of("expecteD", "xpected", "expect", "expected ", "expected\0", "")) {
            await(store.put(key("a"), bytes(current), LONG_TTL));
            assertReplacesNothing("a", bytes("expected"));
        }
    }

    @Test
    void replacesTheCurrentValueButNotAFormerOne() {
        await(store.put(key("a"), bytes("1"), LONG_TTL));
        assertReplacesAsPromised("a", bytes("1"), bytes("2"));
        await(store.put(key("a"), bytes("2"), LONG_TTL));
        assertReplacesNothing("a", bytes("1"));
        assertReplacesAsPromised("a", bytes("2"), bytes("1"));
    }

    @Test
    void replacesNothingWhenTheKeyIsAbsent() {
        assertReplacesNothing("absent", bytes("1"));
        assertReplacesNothing("absent", bytes(""));
    }

    @Test
    void replacesNothingAfterRemoval() {
        await(store.put(key("a"), bytes("1"), LONG_TTL));
        await(otherNode.remove(List.of(key("a"))));
        assertReplacesNothing("a", bytes("1"));
    }

    @Test
    void replacesNothingAfterExpiry() {
        await(store.put(key("a"), bytes("1"), Duration.ofMillis(50)));
        awaitAbsence("a");
        assertReplacesNothing("a", bytes("1"));
    }

    @Test
    void replacesAValueThatWasTouchedOrRewritten() {
        await(store.put(key("touched"), bytes("1"), LONG_TTL));
        await(otherNode.touch(List.of(key("touched")), LONG_TTL.multipliedBy(2)));
        assertReplacesAsPromised("touched", bytes("1"), bytes("2"));
        await(store.put(key("again"), bytes("1"), LONG_TTL));
        await(otherNode.put(key("again"), bytes("1"), LONG_TTL.multipliedBy(2)));
        assertReplacesAsPromised("again", bytes("1"), bytes("2"));
    }

    @Test
    void replacesAValueThatIsTouchedConcurrently() {
        byte[] current = bytes("0");
        await(store.put(key("a"), current, LONG_TTL));
        for (int i = 1; i <= ROUNDS; i++) {
            var touched = otherNode.touch(List.of(key("a")), LONG_TTL.plusSeconds(i));
            current = assertReplacesAsPromised("a", current, bytes("" + i));
            await(touched);
        }
    }

    @Test
    void aReplacementOutlivesTheFormerTtl() {
        await(store.put(key("a"), bytes("1"), SHORT_TTL));
        boolean replaced = await(store.replace(key("a"), bytes("1"), bytes("2"), LONG_TTL));
        assertThat(replaced).isEqualTo(store.capabilities().atomicReplace());
        await(store.put(key("later"), bytes("1"), SHORT_TTL));
        awaitAbsence("later");
        if (replaced) {
            assertThat(read(store, "a")).isEqualTo(bytes("2"));
        } else {
            awaitAbsence("a");
        }
    }

    @Test
    void aReplacementExpiresAfterItsOwnTtlAndNotBefore() {
        await(store.put(key("a"), bytes("1"), LONG_TTL));
        long begin = System.nanoTime();
        boolean replaced = await(store.replace(key("a"), bytes("1"), bytes("2"), SHORT_TTL));
        assertThat(replaced).isEqualTo(store.capabilities().atomicReplace());
        if (replaced) {
            awaitAbsenceNoEarlier("a", begin);
        } else {
            assertThat(read(store, "a")).isEqualTo(bytes("1"));
        }
    }

    @Test
    void oneOfSeveralConcurrentReplacementsSucceeds() {
        byte[] current = bytes("0");
        await(store.put(key("a"), current, LONG_TTL));
        for (int round = 1; round <= ROUNDS; round++) {
            List<byte[]> won = compete(current, round);
            assertThat(won).hasSize(store.capabilities().atomicReplace() ? 1 : 0);
            current = won.isEmpty() ? current : won.get(0);
            assertThat(read(otherNode, "a")).isEqualTo(current);
        }
    }

    /** Lets contenders on both nodes replace the same value, and returns the values of those that report success. */
    private List<byte[]> compete(byte[] current, int round) {
        List<byte[]> values = IntStream.range(0, CONTENDERS)
                .mapToObj(i -> bytes(round + ":" + i))
                .toList();
        List<CompletableFuture<Boolean>> attempts = IntStream.range(0, CONTENDERS)
                .mapToObj(i -> (i % 2 == 0 ? store : otherNode)
                        .replace(key("a"), current, values.get(i), LONG_TTL)
                        .toCompletableFuture())
                .toList();
        await(all(attempts));
        return IntStream.range(0, CONTENDERS)
                .filter(i -> attempts.get(i).join())
                .mapToObj(values::get)
                .toList();
    }

    /** Returns the value that the key holds afterwards: the old one if the store does not promise an atomic replace. */
    private byte[] assertReplacesAsPromised(String name, byte[] expected, byte[] value) {
        boolean replaces = store.capabilities().atomicReplace();
        byte[] remaining = replaces ? value : expected;
        assertThat(await(store.replace(key(name), expected, value, LONG_TTL))).isEqualTo(replaces);
        assertThat(read(otherNode, name)).isEqualTo(remaining);
        return remaining;
    }

    private void assertReplacesNothing(String name, byte[] expected) {
        byte[] current = read(otherNode, name);
        assertThat(await(store.replace(key(name), expected, bytes("replacement"), LONG_TTL)))
                .isFalse();
        assertThat(read(otherNode, name)).isEqualTo(current);
    }
}

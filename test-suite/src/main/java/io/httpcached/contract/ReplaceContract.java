package io.httpcached.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.store.CacheStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The part of the contract that is about {@link CacheStore#replace}. Where a store does not promise it, each rule is that
 * nothing changes.
 */
abstract class ReplaceContract extends StoresOfTwoNodes {

    private static final int ROUNDS = 100;
    private static final int CONTENDERS = 4;

    @Test
    void replacesTheExpectedValueForAllNodes() {
        await(store.put(key("a"), bytes("1"), LONG));
        assertReplacesAsPromised("a", bytes("1"), bytes("a longer value"));
    }

    @Test
    void replacesByEveryByte() {
        byte[] expected = new byte[256];
        byte[] value = new byte[256];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = (byte) i;
            value[i] = (byte) ~i;
        }
        await(store.put(key("a"), expected, LONG));
        assertReplacesAsPromised("a", expected, value);
    }

    @Test
    void replacesNoValueThatDiffersHoweverLittle() {
        for (String held : List.of("expecteD", "xpected", "expect", "expected ", "expected\0", "")) {
            await(store.put(key("a"), bytes(held), LONG));
            assertLeavesAlone("a", bytes("expected"));
        }
    }

    @Test
    void replacesWhatReplacedAnotherButNotTheOtherAgain() {
        await(store.put(key("a"), bytes("1"), LONG));
        assertReplacesAsPromised("a", bytes("1"), bytes("2"));
        await(store.put(key("a"), bytes("2"), LONG));
        assertLeavesAlone("a", bytes("1"));
        assertReplacesAsPromised("a", bytes("2"), bytes("1"));
    }

    @Test
    void replacesNothingWhereThereIsNothing() {
        assertLeavesAlone("absent", bytes("1"));
        assertLeavesAlone("absent", bytes(""));
    }

    @Test
    void replacesNoValueThatWasRemoved() {
        await(store.put(key("a"), bytes("1"), LONG));
        await(otherNode.remove(List.of(key("a"))));
        assertLeavesAlone("a", bytes("1"));
    }

    @Test
    void replacesNoValueThatHasExpired() {
        await(store.put(key("a"), bytes("1"), Duration.ofMillis(50)));
        awaitAbsence("a");
        assertLeavesAlone("a", bytes("1"));
    }

    @Test
    void replacesAValueThatWasTouchedOrWrittenAgain() {
        await(store.put(key("touched"), bytes("1"), LONG));
        await(otherNode.touch(List.of(key("touched")), LONG.multipliedBy(2)));
        assertReplacesAsPromised("touched", bytes("1"), bytes("2"));
        await(store.put(key("again"), bytes("1"), LONG));
        await(otherNode.put(key("again"), bytes("1"), LONG.multipliedBy(2)));
        assertReplacesAsPromised("again", bytes("1"), bytes("2"));
    }

    @Test
    void replacesAValueThatIsTouchedMeanwhile() {
        byte[] held = bytes("0");
        await(store.put(key("a"), held, LONG));
        for (int i = 1; i <= ROUNDS; i++) {
            var touched = otherNode.touch(List.of(key("a")), LONG.plusSeconds(i));
            held = assertReplacesAsPromised("a", held, bytes("" + i));
            await(touched);
        }
    }

    @Test
    void aReplacementOutlivesTheTimeOfTheOther() {
        await(store.put(key("a"), bytes("1"), SHORT));
        boolean replaced = await(store.replace(key("a"), bytes("1"), bytes("2"), LONG));
        assertThat(replaced).isEqualTo(store.capabilities().atomicReplace());
        await(store.put(key("later"), bytes("1"), SHORT));
        awaitAbsence("later");
        if (replaced) {
            assertThat(read(store, "a")).isEqualTo(bytes("2"));
        } else {
            awaitAbsence("a");
        }
    }

    @Test
    void aReplacementIsForgottenAfterItsOwnTimeAndNotBefore() {
        await(store.put(key("a"), bytes("1"), LONG));
        long begin = System.nanoTime();
        boolean replaced = await(store.replace(key("a"), bytes("1"), bytes("2"), SHORT));
        assertThat(replaced).isEqualTo(store.capabilities().atomicReplace());
        if (replaced) {
            awaitAbsenceNoEarlier("a", begin);
        } else {
            assertThat(read(store, "a")).isEqualTo(bytes("1"));
        }
    }

    @Test
    void oneOfThoseThatReplaceTheSameValueAtOnceSucceeds() {
        byte[] held = bytes("0");
        await(store.put(key("a"), held, LONG));
        for (int round = 1; round <= ROUNDS; round++) {
            List<byte[]> won = compete(held, round);
            assertThat(won).hasSize(store.capabilities().atomicReplace() ? 1 : 0);
            held = won.isEmpty() ? held : won.get(0);
            assertThat(read(otherNode, "a")).isEqualTo(held);
        }
    }

    /** {@return the values of those on both nodes that believe to have replaced the one that is held} */
    private List<byte[]> compete(byte[] held, int round) {
        List<byte[]> values = IntStream.range(0, CONTENDERS)
                .mapToObj(i -> bytes(round + ":" + i))
                .toList();
        List<CompletableFuture<Boolean>> attempts = IntStream.range(0, CONTENDERS)
                .mapToObj(i -> (i % 2 == 0 ? store : otherNode)
                        .replace(key("a"), held, values.get(i), LONG)
                        .toCompletableFuture())
                .toList();
        await(all(attempts));
        return IntStream.range(0, CONTENDERS)
                .filter(i -> attempts.get(i).join())
                .mapToObj(values::get)
                .toList();
    }

    /** {@return what is held then} A store that does not promise to replace anything changes nothing and says so. */
    private byte[] assertReplacesAsPromised(String name, byte[] expected, byte[] value) {
        boolean replaces = store.capabilities().atomicReplace();
        byte[] left = replaces ? value : expected;
        assertThat(await(store.replace(key(name), expected, value, LONG))).isEqualTo(replaces);
        assertThat(read(otherNode, name)).isEqualTo(left);
        return left;
    }

    private void assertLeavesAlone(String name, byte[] expected) {
        byte[] held = read(otherNode, name);
        assertThat(await(store.replace(key(name), expected, bytes("replacement"), LONG)))
                .isFalse();
        assertThat(read(otherNode, name)).isEqualTo(held);
    }
}

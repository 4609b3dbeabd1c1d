package io.httpcached.engine.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.httpcached.engine.InvalidationMode;
import io.httpcached.engine.broadcast.BroadcastMessage.MalformedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BroadcastMessageTest {

    private static final long SENDER = 0x0102030405060708L;

    @ParameterizedTest
    @EnumSource
    void returnsWhatWasEncoded(InvalidationMode mode) throws MalformedException {
        List<String> tags = List.of("tag:product:7", "path:/ä/\uD83D\uDE00", "", "tag:\uD800");
        assertThat(decode(BroadcastMessage.encode(SENDER, mode, tags)))
                .containsExactly(new BroadcastMessage(SENDER, mode, tags));
    }

    @Test
    void hasTheDocumentedBytes() {
        List<byte[]> messages = BroadcastMessage.encode(SENDER, InvalidationMode.MARK_STALE, List.of("tag:a", "b"));
        assertThat(HexFormat.of().formatHex(messages.get(0)))
                .isEqualTo("01" + "0102030405060708" + "01" + "0005" + "7461673a61" + "0001" + "62");
    }

    @Test
    void aMessageMayHaveNoTags() throws MalformedException {
        assertThat(decode(BroadcastMessage.encode(SENDER, InvalidationMode.REMOVE, List.of())))
                .containsExactly(new BroadcastMessage(SENDER, InvalidationMode.REMOVE, List.of()));
    }

    @Test
    void splitsALongListOfTags() throws MalformedException {
        List<String> tags =
                IntStream.range(0, 10_000).mapToObj(n -> "tag:product:" + n).toList();
        List<byte[]> messages = BroadcastMessage.encode(SENDER, InvalidationMode.REMOVE, tags);
        assertThat(messages).hasSizeBetween(5, 8).allSatisfy(each -> assertThat(each.length)
                .isLessThanOrEqualTo(BroadcastMessage.MAXIMUM_SIZE));
        assertThat(decode(messages).stream().flatMap(each -> each.tags().stream()))
                .containsExactlyElementsOf(tags);
    }

    @Test
    void replacesATagThatExceedsAMessageByThatOfAllEntries() throws MalformedException {
        String large = "tag:" + "x".repeat(BroadcastMessage.MAXIMUM_SIZE);
        assertThat(decode(BroadcastMessage.encode(SENDER, InvalidationMode.REMOVE, List.of("tag:a", large)))
                        .get(0)
                        .tags())
                .containsExactly("tag:a", "all:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "01",
                "020102030405060708" + "00",
                "010102030405060708" + "02",
                "010102030405060708" + "00" + "00",
                "010102030405060708" + "00" + "0005" + "746167",
                "010102030405060708" + "00" + "ffff" + "746167"
            })
    void rejectsMalformedBytes(String hexadecimal) {
        assertThatThrownBy(() -> BroadcastMessage.decode(HexFormat.of().parseHex(hexadecimal)))
                .isInstanceOf(MalformedException.class)
                .hasNoCause();
    }

    @Test
    void rejectsAMessageThatIsTooLarge() {
        byte[] valid = BroadcastMessage.encode(SENDER, InvalidationMode.REMOVE, List.of())
                .get(0);
        assertThatThrownBy(() -> BroadcastMessage.decode(Arrays.copyOf(valid, BroadcastMessage.MAXIMUM_SIZE + 1)))
                .isInstanceOf(MalformedException.class);
    }

    @Test
    void anyBytesAreAMessageOrMalformed() {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            if (bytes.length > 0) {
                bytes[0] = 1;
            }
            try {
                BroadcastMessage read = BroadcastMessage.decode(bytes);
                assertThat(decode(BroadcastMessage.encode(read.sender(), read.mode(), read.tags())))
                        .containsExactly(read);
            } catch (MalformedException malformed) {
                assertThat(malformed).hasMessageMatching("[a-z0-9, -]+");
            }
        }
    }

    private static List<BroadcastMessage> decode(List<byte[]> messages) throws MalformedException {
        List<BroadcastMessage> decoded = new ArrayList<>();
        for (byte[] message : messages) {
            decoded.add(BroadcastMessage.decode(message));
        }
        return decoded;
    }
}

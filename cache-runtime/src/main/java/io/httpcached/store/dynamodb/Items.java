package io.httpcached.store.dynamodb;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Converts values to items and back. An item has two attributes for its expiry: the store checks {@code exp} in milliseconds
 * on every read, and DynamoDB removes the item some time after {@code ttl} in seconds.
 */
final class Items {

    static final String KEY = "pk";
    static final String VALUE = "val";
    static final String NUMBER = "num";
    static final String EXPIRY = "exp";
    static final String TTL = "ttl";

    private static final long MILLIS_PER_SECOND = 1_000;

    private Items() {}

    static Map<String, AttributeValue> key(String key) {
        return Map.of(KEY, AttributeValue.fromS(key));
    }

    static String keyOf(Map<String, AttributeValue> item) {
        return Objects.requireNonNull(item.get(KEY), "The item has no partition key.")
                .s();
    }

    static Map<String, AttributeValue> item(String key, byte[] value, long expiry) {
        return Map.of(
                KEY, AttributeValue.fromS(key),
                VALUE, bytes(value),
                EXPIRY, millis(expiry),
                TTL, seconds(expiry));
    }

    /** {@return the value of an item, or null if it has expired or has other attributes} */
    static byte @Nullable [] value(@Nullable Map<String, AttributeValue> item, long now) {
        if (item == null || !item.containsKey(EXPIRY)) {
            return null;
        }
        String expiry = item.get(EXPIRY).n();
        return expiry == null || Long.parseLong(expiry) <= now ? null : value(item);
    }

    /** {@return the bytes of a value, or the digits of a number; null if the item has neither} */
    private static byte @Nullable [] value(Map<String, AttributeValue> item) {
        if (item.containsKey(NUMBER)) {
            return item.get(NUMBER).n().getBytes(US_ASCII);
        }
        SdkBytes value = item.containsKey(VALUE) ? item.get(VALUE).b() : null;
        return value == null ? null : value.asByteArrayUnsafe();
    }

    static long number(Map<String, AttributeValue> item) {
        return Long.parseLong(Objects.requireNonNull(item.get(NUMBER), "The item has no number.")
                .n());
    }

    /**
     * Returns the time of expiry in milliseconds of a value whose time to live begins now. The time to live is rounded up, and
     * the current millisecond does not count.
     */
    static long expiry(long now, Duration ttl) {
        return now + 1 + ttl.plusNanos(999_999).toMillis();
    }

    static AttributeValue bytes(byte[] bytes) {
        return AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(bytes));
    }

    static AttributeValue millis(long millis) {
        return AttributeValue.fromN(Long.toString(millis));
    }

    /** Returns the time in seconds, rounded up. */
    static AttributeValue seconds(long millis) {
        return AttributeValue.fromN(Long.toString(-Math.floorDiv(-millis, MILLIS_PER_SECOND)));
    }
}

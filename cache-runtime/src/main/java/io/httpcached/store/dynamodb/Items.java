package io.httpcached.store.dynamodb;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Values as items. The moment of expiry is there twice: {@code exp} in milliseconds decides what is read, and {@code ttl} in
 * seconds tells DynamoDB what it may remove, which it does when it finds the time.
 */
final class Items {

    static final String KEY = "pk";
    static final String VALUE = "val";
    static final String EXPIRY = "exp";
    static final String TTL = "ttl";

    private static final long MILLIS_OF_A_SECOND = 1_000;

    private Items() {}

    static Map<String, AttributeValue> key(String key) {
        return Map.of(KEY, AttributeValue.fromS(key));
    }

    static String keyOf(Map<String, AttributeValue> item) {
        return Objects.requireNonNull(item.get(KEY), "an item without its partition key")
                .s();
    }

    static Map<String, AttributeValue> item(String key, byte[] value, long expiry) {
        return Map.of(
                KEY, AttributeValue.fromS(key),
                VALUE, bytes(value),
                EXPIRY, millis(expiry),
                TTL, seconds(expiry));
    }

    /** {@return the value of an item, or null if it has expired or is none of ours} */
    static byte @Nullable [] value(@Nullable Map<String, AttributeValue> item, long now) {
        if (item == null || !item.containsKey(EXPIRY) || !item.containsKey(VALUE)) {
            return null;
        }
        SdkBytes value = item.get(VALUE).b();
        String expiry = item.get(EXPIRY).n();
        return value == null || expiry == null || Long.parseLong(expiry) <= now ? null : value.asByteArrayUnsafe();
    }

    /**
     * {@return when a value expires that is to live for a time from now on, in milliseconds} Rounded up, and the millisecond
     * that is under way does not count.
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

    /** {@return the second at whose end a moment is over} */
    static AttributeValue seconds(long millis) {
        return AttributeValue.fromN(Long.toString(-Math.floorDiv(-millis, MILLIS_OF_A_SECOND)));
    }
}

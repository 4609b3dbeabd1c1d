package io.httpcached.store.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.httpcached.store.BroadcastChannel;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.RedisException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Publishes messages over Redis pub/sub. A script numbers each message and publishes it in one step, so that messages arrive in the
 * order of their numbers. The last number is a value that is bound to the server's {@link History}: a server that has lost numbers begins
 * again at random. In a cluster, the server that has the key of the topic publishes, whatever server a node listens to.
 */
final class RedisBroadcastChannel implements BroadcastChannel {

    /** Adds one to the number of this history, or begins again. The numbers of Lua are exact up to 2^53. */
    private static final byte[] PUBLISH =
            """
            local old = redis.call('GET', KEYS[1])
            local next = ARGV[2]
            if old and string.sub(old, 1, #ARGV[1]) == ARGV[1] then
              next = string.format('%.0f', tonumber(string.sub(old, #ARGV[1] + 1)) + 1)
            end
            redis.call('SET', KEYS[1], ARGV[1] .. next, 'PX', ARGV[3])
            redis.call('PUBLISH', KEYS[1], next .. ':' .. ARGV[4])
            return tonumber(next)
            """
                    .getBytes(US_ASCII);

    /** Far from the numbers that are counted from another start, and small enough to count up from it. */
    private static final long FIRST_START = 1L << 40;

    private static final long LAST_START = 1L << 52;

    /** Nodes forget their entries if there was no message for that long. */
    private static final byte[] TTL_MILLIS = digits(Duration.ofDays(30).toMillis());

    private static final int MAXIMUM_DIGITS = 16;

    private final Connector connector;
    private final SharedConnection connection;

    /** Completes when the subscriptions that were ended are closed. The client would complain if it closed them as well. */
    private volatile CompletionStage<?> ended = CompletableFuture.completedFuture(null);

    /**
     * Creates a channel that connects when it is first used.
     *
     * @param connector the connector, which this channel shuts down when it is closed
     */
    RedisBroadcastChannel(Connector connector) {
        this.connector = connector;
        this.connection = new SharedConnection(connector);
    }

    @Override
    public CompletionStage<Long> publish(String topic, byte[] message) {
        byte[] start = digits(ThreadLocalRandom.current().nextLong(FIRST_START, LAST_START));
        return connection.use(redis -> redis.servers().historyOf(topic).thenCompose(history -> redis.commands()
                .<Long>eval(
                        PUBLISH,
                        ScriptOutputType.INTEGER,
                        new String[] {topic},
                        history.prefix(),
                        start,
                        TTL_MILLIS,
                        message)));
    }

    @Override
    public CompletionStage<Long> position(String topic) {
        return connection.use(redis -> redis.servers().get(List.of(topic))).thenApply(values -> {
            byte[] value = values.get(0);
            return value == null ? NO_POSITION : parse(value, value.length);
        });
    }

    @Override
    public CompletionStage<Subscription> subscribe(String topic, Listener listener) {
        try {
            return connector.connectPubSub().thenCompose(opened -> subscribe(topic, listener, opened));
        } catch (RuntimeException e) {
            // A client that has been shut down throws.
            return CompletableFuture.failedFuture(e);
        }
    }

    private CompletionStage<Subscription> subscribe(
            String topic, Listener listener, StatefulRedisPubSubConnection<String, byte[]> opened) {
        opened.addListener(new RedisPubSubAdapter<>() {
            @Override
            public void message(String channel, byte[] message) {
                deliver(message, listener);
            }
        });
        opened.addListener(new RedisConnectionStateListener() {
            @Override
            public void onRedisDisconnected(RedisChannelHandler<?, ?> broken) {
                listener.ended();
            }
        });
        return opened.async()
                .subscribe(topic)
                .thenApply(confirmed -> {
                    if (!opened.isOpen()) {
                        throw new RedisException("The connection broke.");
                    }
                    return (Subscription) () -> ended = ended.thenCombine(opened.closeAsync(), (before, last) -> null);
                })
                .whenComplete((subscription, failure) -> {
                    if (failure != null) {
                        var unused = opened.closeAsync();
                    }
                });
    }

    private static void deliver(byte[] message, Listener listener) {
        int colon = 0;
        while (colon < message.length && message[colon] != ':') {
            colon++;
        }
        long number = parse(message, colon);
        if (number == NO_POSITION || colon == message.length) {
            listener.malformed();
        } else {
            listener.received(number, Arrays.copyOfRange(message, colon + 1, message.length));
        }
    }

    /** Returns the number that the first bytes are the digits of, or {@link #NO_POSITION}. */
    private static long parse(byte[] digits, int length) {
        if (length == 0 || length > MAXIMUM_DIGITS) {
            return NO_POSITION;
        }
        long number = 0;
        for (int i = 0; i < length; i++) {
            int digit = digits[i] - '0';
            if (digit < 0 || digit > 9) {
                return NO_POSITION;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static byte[] digits(long number) {
        return Long.toString(number).getBytes(US_ASCII);
    }

    @Override
    public void close() {
        Closing.close(ended.thenCompose(done -> connection.close()), connector);
    }
}

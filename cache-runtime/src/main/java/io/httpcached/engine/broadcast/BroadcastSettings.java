package io.httpcached.engine.broadcast;

import io.httpcached.engine.remote.RemoteSettings;
import java.time.Duration;

/**
 * The settings of a broadcast.
 *
 * @param channel the name of the channel, such as {@code redis}
 * @param maximumLag the time for which an invalidation of another node may take effect late; entries are not used while this
 *     node does not know that it has heard everything older
 * @param remote the timeout of an invalidation, the prefix of the topic, and when to stop using the channel for a while
 */
public record BroadcastSettings(String channel, Duration maximumLag, RemoteSettings remote) {

    /** {@return the topic} All versions of an application share it, because invalidations reach the entries of every version. */
    String topic() {
        return remote.keyPrefix() + 'b';
    }
}

package io.httpcached.store.memcached;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.spotify.folsom.RawMemcacheClient;
import com.spotify.folsom.ketama.AddressAndClient;
import com.spotify.folsom.ketama.NodeLocator;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Selects the server of a key by consistent hashing: each server has many points on a ring, and a key belongs to the
 * server of the next point, so that few keys move when a server is added or removed. Immutable.
 *
 * <p>Unlike with folsom's own ring, a key stays with its server while that server is down. If other servers took over its
 * keys, an invalidation would not reach the values that the server still has when it returns, and the nodes would not
 * notice the failure and the return at the same time.
 */
final class ConsistentHashLocator implements NodeLocator {

    private static final int POINTS_PER_SERVER = 160;

    private final NavigableMap<Long, RawMemcacheClient> points = new TreeMap<>();

    ConsistentHashLocator(Collection<AddressAndClient> servers) {
        for (AddressAndClient server : servers) {
            for (int i = 0; i < POINTS_PER_SERVER; i++) {
                points.put(hash((server.getAddress() + "-" + i).getBytes(UTF_8)), server.getClient());
            }
        }
    }

    @Override
    public RawMemcacheClient findClient(byte[] key) {
        Map.Entry<Long, RawMemcacheClient> next = points.ceilingEntry(hash(key));
        return (next == null ? points.firstEntry() : next).getValue();
    }

    private static long hash(byte[] bytes) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes))
                    .getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}

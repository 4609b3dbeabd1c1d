package io.httpcached.store.redis;

import io.lettuce.core.ReadFrom;
import io.lettuce.core.RedisURI;
import java.util.ArrayList;
import java.util.List;

/**
 * The servers that values are read from.
 *
 * @param readFrom selects the server of each read
 * @param replicas the addresses of the replicas; if there are none, the client asks the master, the sentinels or the cluster
 */
record ReadSettings(ReadFrom readFrom, List<RedisURI> replicas) {

    /** {@return the addresses of all servers} */
    List<RedisURI> servers(RedisURI master) {
        List<RedisURI> all = new ArrayList<>(List.of(master));
        all.addAll(replicas);
        return all;
    }
}

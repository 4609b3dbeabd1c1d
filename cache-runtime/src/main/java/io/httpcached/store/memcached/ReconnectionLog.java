package io.httpcached.store.memcached;

import com.spotify.folsom.guava.HostAndPort;
import com.spotify.folsom.reconnect.AbstractReconnectionListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of connections for debugging only: that a backend fails is told above, once a period for all its servers. */
final class ReconnectionLog extends AbstractReconnectionListener {

    private static final Logger LOG = LoggerFactory.getLogger(ReconnectionLog.class);

    @Override
    public void connectionLost(@Nullable Throwable cause, HostAndPort address) {
        LOG.debug("Lost the connection to {}", address, cause);
    }

    @Override
    public void reconnectionSuccessful(HostAndPort address, int attempt, boolean willStayConnected) {
        LOG.debug("Connected to {} after {} failures", address, attempt);
    }

    @Override
    public void reconnectionQueuedFromError(Throwable cause, HostAndPort address, long backOffMillis, int attempt) {
        LOG.debug("Cannot connect to {}, trying again in {} ms", address, backOffMillis, cause);
    }
}

package io.httpcached.server.functions;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes results as JSON and reads them, with the mapper of the application. Thread-safe. */
final class ResultCodec {

    private static final Logger LOG = LoggerFactory.getLogger("io.httpcached");

    private final String cache;
    private final JsonMapper mapper;
    private final AtomicBoolean warned = new AtomicBoolean();

    /**
     * Creates a codec.
     *
     * @param cache the name of the cache, for the log
     * @param mapper writes and reads JSON
     */
    ResultCodec(String cache, JsonMapper mapper) {
        this.cache = cache;
        this.mapper = mapper;
    }

    /** Returns the bytes of a value, or null if it cannot be written, so that it is not stored. */
    byte @Nullable [] write(Object value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (IOException | RuntimeException e) {
            warn("written", value.getClass().getName(), e);
            return null;
        }
    }

    /** Returns the value of bytes, or null if they are not those of a value of the type, so that the function runs. */
    <T> @Nullable T read(byte[] bytes, Argument<T> type) {
        try {
            return mapper.readValue(bytes, type);
        } catch (IOException | RuntimeException e) {
            warn("read", type.getTypeName(), e);
            return null;
        }
    }

    private void warn(String verb, String type, Exception e) {
        if (warned.compareAndSet(false, true)) {
            LOG.warn(
                    "A result in the cache {} cannot be {} as JSON, so its function runs for each call: {}. Further failures"
                            + " are logged at level debug.",
                    cache,
                    verb,
                    type,
                    e);
        } else {
            LOG.debug("A result in the cache {} cannot be {} as JSON: {}", cache, verb, type, e);
        }
    }
}

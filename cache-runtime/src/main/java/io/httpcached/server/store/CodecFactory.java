package io.httpcached.server.store;

import io.httpcached.engine.codec.BinaryEntryCodec;
import io.httpcached.engine.codec.EntryCodec;
import io.httpcached.engine.codec.GzipEntryCodec;
import io.httpcached.server.config.HttpCacheConfiguration;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** Provides the codecs {@code binary} and {@code gzip}. */
@Factory
final class CodecFactory {

    /** The maximum size of fields, tags and times together. */
    private static final int MAXIMUM_METADATA_SIZE = 1024 * 1024;

    @Singleton
    @Named("binary")
    EntryCodec binary() {
        return new BinaryEntryCodec();
    }

    @Singleton
    @Named("gzip")
    EntryCodec gzip(HttpCacheConfiguration settings) {
        // An entry may contain its body twice: as it is and compressed.
        long maximumSize = 2L * settings.getMaxBodySize() + MAXIMUM_METADATA_SIZE;
        return new GzipEntryCodec(new BinaryEntryCodec(), (int) Math.min(Integer.MAX_VALUE - 8, maximumSize));
    }
}

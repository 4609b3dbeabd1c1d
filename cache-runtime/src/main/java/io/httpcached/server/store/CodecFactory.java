package io.httpcached.server.store;

import io.httpcached.engine.codec.BinaryEntryCodec;
import io.httpcached.engine.codec.EntryCodec;
import io.httpcached.engine.codec.GzipEntryCodec;
import io.httpcached.server.config.HttpCacheConfiguration;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** Makes the codecs that need nothing but the JDK. */
@Factory
final class CodecFactory {

    /** What an entry has beside the bodies: fields, tags and times. */
    private static final int MOST_BESIDE_BODIES = 1024 * 1024;

    @Singleton
    @Named("binary")
    EntryCodec binary() {
        return new BinaryEntryCodec();
    }

    @Singleton
    @Named("gzip")
    EntryCodec gzip(HttpCacheConfiguration settings) {
        long most = 2L * settings.getMaxBodySize() + MOST_BESIDE_BODIES;
        return new GzipEntryCodec(new BinaryEntryCodec(), (int) Math.min(Integer.MAX_VALUE - 8, most));
    }
}

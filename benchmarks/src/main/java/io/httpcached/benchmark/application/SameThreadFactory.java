package io.httpcached.benchmark.application;

import io.httpcached.engine.BodyWork;
import io.httpcached.engine.Compression;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Lets the thread of a request do the work on large bodies, because a connection in memory has one thread only. The measured work is
 * the same without the change of threads.
 */
@Factory
final class SameThreadFactory {

    @Singleton
    @Replaces(BodyWork.class)
    BodyWork bodyWork(Optional<Compression> compression) {
        return new BodyWork(compression.orElse(Compression.NONE), Runnable::run);
    }
}

package io.httpcached.server.store;

import io.httpcached.engine.BodyWork;
import io.httpcached.engine.Compression;
import io.micronaut.context.annotation.Factory;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Makes the work on bodies that all pipelines share. */
@Factory
final class BodyWorkFactory {

    @Singleton
    BodyWork bodyWork(Optional<Compression> compression, @Named(TaskExecutors.BLOCKING) Executor executor) {
        return new BodyWork(compression.orElse(Compression.NONE), executor);
    }
}

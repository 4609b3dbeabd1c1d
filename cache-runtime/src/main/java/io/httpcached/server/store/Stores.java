package io.httpcached.server.store;

import io.httpcached.engine.CachePipeline;
import io.httpcached.engine.Compression;
import io.httpcached.engine.EntryStore;
import io.httpcached.engine.PipelineSettings;
import io.httpcached.engine.codec.EntryCodec;
import io.httpcached.engine.memory.MemoryEntryStore;
import io.httpcached.engine.remote.RemoteEntryStore;
import io.httpcached.engine.remote.RemoteStatistics;
import io.httpcached.server.config.HttpCacheConfiguration;
import io.httpcached.server.config.RemoteConfiguration;
import io.httpcached.server.report.BackendStatistics;
import io.httpcached.store.CacheStore;
import io.micronaut.context.BeanContext;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.annotation.AnnotationUtil;
import io.micronaut.core.naming.Named;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The backends that are in use, by name. The one that is configured for all routes is there from the start, others come
 * with the routes that name them. Thread-safe.
 */
@Singleton
public final class Stores implements BackendStatistics {

    private final HttpCacheConfiguration settings;
    private final HttpCacheConfiguration.Memory memory;
    private final RemoteConfiguration remote;
    private final CacheClock clock;
    private final Compression compression;
    private final BeanContext beans;
    private final Map<String, Opened> opened = new ConcurrentHashMap<>();

    private record Opened(EntryStore store, CachePipeline pipeline) {}

    Stores(
            HttpCacheConfiguration settings,
            HttpCacheConfiguration.Memory memory,
            RemoteConfiguration remote,
            CacheClock clock,
            Optional<Compression> compression,
            BeanContext beans) {
        this.settings = settings;
        this.memory = memory;
        this.remote = remote;
        this.clock = clock;
        this.compression = compression.orElse(Compression.NONE);
        this.beans = beans;
        pipeline(HttpCacheConfiguration.PREFIX + ".backend", settings.getBackend());
    }

    /**
     * {@return the pipeline over a backend}
     *
     * @param where what names the backend, for the message
     * @param name its name
     * @throws ConfigurationException if there is no such backend
     */
    public CachePipeline pipeline(String where, String name) {
        return opened.computeIfAbsent(name, unopened -> open(where, unopened)).pipeline;
    }

    /** {@return where entries live, at this moment} */
    Collection<EntryStore> stores() {
        return opened.values().stream().map(Opened::store).toList();
    }

    @Override
    public Map<String, RemoteStatistics> byName() {
        Map<String, RemoteStatistics> statistics = new TreeMap<>();
        opened.forEach((name, each) -> {
            if (each.store instanceof RemoteEntryStore backend) {
                statistics.put(name, backend.statistics());
            }
        });
        return Collections.unmodifiableMap(statistics);
    }

    /** {@return the memory backend, or null if it is not in use} */
    @Nullable
    public MemoryEntryStore inMemory() {
        Opened memoryBackend = opened.get(HttpCacheConfiguration.MEMORY);
        return memoryBackend != null && memoryBackend.store instanceof MemoryEntryStore store ? store : null;
    }

    /** The first request finds the connections made. Nothing waits for them: a backend may be down. */
    @EventListener
    void warmUp(ServerStartupEvent started) {
        opened.values().forEach(each -> {
            if (each.store instanceof RemoteEntryStore backend) {
                backend.warmUp();
            }
        });
    }

    @PreDestroy
    void close() {
        opened.values().forEach(each -> each.store.close());
    }

    private Opened open(String where, String name) {
        EntryStore store = name.equals(HttpCacheConfiguration.MEMORY)
                ? new MemoryEntryStore(memory.getMaximumSize(), clock.clock())
                : remote(where, name);
        PipelineSettings patience =
                new PipelineSettings(settings.getCollapseTimeout(), settings.getKeepStale(), settings.getMaxTags());
        return new Opened(store, new CachePipeline(store, clock.clock(), patience, compression));
    }

    private EntryStore remote(String where, String name) {
        CacheStore store = bean(where, name);
        if (remote.usesLeases() && !store.capabilities().atomicPutIfAbsent()) {
            throw new ConfigurationException(HttpCacheConfiguration.PREFIX + ".lease.enabled: the backend '" + name
                    + "' cannot give one node of all a lease; choose another backend, or do without leases");
        }
        return new RemoteEntryStore(name, store, codec(), remote.settings(), clock.clock());
    }

    private CacheStore bean(String where, String name) {
        return beans.findBean(CacheStore.class, Qualifiers.byName(name))
                .orElseThrow(() -> new ConfigurationException(where + ": '" + name
                        + "' is not a backend; the backends are "
                        + names(CacheStore.class, HttpCacheConfiguration.MEMORY)
                        + ". A backend is there when its client is on the class path and configured."));
    }

    private EntryCodec codec() {
        return beans.findBean(EntryCodec.class, Qualifiers.byName(remote.getCodec()))
                .orElseThrow(() -> new ConfigurationException(HttpCacheConfiguration.PREFIX + ".codec: '"
                        + remote.getCodec() + "' is not a codec; the codecs are " + names(EntryCodec.class)));
    }

    /** A bean for each of something has the name of that one, which stands in its qualifier only. */
    private static Optional<String> name(BeanDefinition<?> bean) {
        return bean.getDeclaredQualifier() instanceof Named named
                ? Optional.of(named.getName())
                : bean.stringValue(AnnotationUtil.NAMED);
    }

    private List<String> names(Class<?> type, String... more) {
        List<String> names = new ArrayList<>(List.of(more));
        beans.getBeanDefinitions(type).forEach(bean -> name(bean).ifPresent(names::add));
        Collections.sort(names);
        return names;
    }
}

package io.httpcached.server.store;

import io.httpcached.core.LifetimeShare;
import io.httpcached.engine.BodyWork;
import io.httpcached.engine.CachePipeline;
import io.httpcached.engine.Clocks;
import io.httpcached.engine.EntryStore;
import io.httpcached.engine.PipelineSettings;
import io.httpcached.engine.Refreshes;
import io.httpcached.engine.ResultStore;
import io.httpcached.engine.broadcast.BroadcastEntryStore;
import io.httpcached.engine.broadcast.BroadcastSettings;
import io.httpcached.engine.broadcast.BroadcastStatistics;
import io.httpcached.engine.codec.EntryCodec;
import io.httpcached.engine.memory.MemoryEntryStore;
import io.httpcached.engine.near.NearEntryStore;
import io.httpcached.engine.near.NearStatistics;
import io.httpcached.engine.remote.RemoteEntryStore;
import io.httpcached.engine.remote.RemoteStatistics;
import io.httpcached.server.config.FunctionCacheConfiguration;
import io.httpcached.server.config.HttpCacheConfiguration;
import io.httpcached.server.config.MemoryConfiguration;
import io.httpcached.server.config.NearConfiguration;
import io.httpcached.server.config.RefreshConfiguration;
import io.httpcached.server.config.RemoteConfiguration;
import io.httpcached.server.report.BackendStatistics;
import io.httpcached.server.store.ClientLibraries.ClientLibrary;
import io.httpcached.store.BroadcastChannel;
import io.httpcached.store.CacheStore;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.annotation.AnnotationUtil;
import io.micronaut.core.naming.Named;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The stores in use, by name, each with its pipeline. The store of {@code http-cache.backend} is opened at once, others
 * when a route names them. Thread-safe.
 */
@Singleton
public final class Stores implements BackendStatistics {

    private final HttpCacheConfiguration settings;
    private final MemoryConfiguration memory;
    private final RemoteConfiguration remote;
    private final NearConfiguration near;
    private final Refreshes refreshes;
    private final CacheClock clock;
    private final CacheRandom random;
    private final BodyWork bodies;
    private final ApplicationContext context;
    private final Map<String, StoreInUse> inUse = new ConcurrentHashMap<>();

    /**
     * A store that is open.
     *
     * @param store the store
     * @param clocks its clocks
     * @param pipeline its pipeline, with the codec of the configuration
     * @param byCodec the pipelines of routes with another codec, by its name
     */
    private record StoreInUse(
            EntryStore store, Clocks clocks, CachePipeline pipeline, Map<String, CachePipeline> byCodec) {}

    Stores(
            HttpCacheConfiguration settings,
            MemoryConfiguration memory,
            RemoteConfiguration remote,
            NearConfiguration near,
            RefreshConfiguration refresh,
            CacheClock clock,
            CacheRandom random,
            BodyWork bodies,
            ApplicationContext context) {
        this.settings = settings;
        this.memory = memory;
        this.remote = remote;
        this.near = near;
        this.refreshes = new Refreshes(refresh.getMaxConcurrent());
        this.clock = clock;
        this.random = random;
        this.bodies = bodies;
        this.context = context;
        pipeline(HttpCacheConfiguration.PREFIX + ".backend", settings.getBackend());
    }

    /**
     * Returns the pipeline over a store and opens the store on first use.
     *
     * @param where the property or annotation that names the store, for the message
     * @param name the name of the store
     * @return the pipeline
     * @throws ConfigurationException if there is no such store
     */
    public CachePipeline pipeline(String where, String name) {
        return use(where, name).pipeline;
    }

    private StoreInUse use(String where, String name) {
        return inUse.computeIfAbsent(name, unopened -> open(where, unopened));
    }

    /**
     * Returns the pipeline over a store whose entries have the form of a codec, and opens the store on first use. A store in memory
     * keeps entries as they are.
     *
     * @param where the property or annotation that names the store, for the message
     * @param name the name of the store
     * @param codec the name of the codec
     * @param namedBy the property or annotation that names the codec, for the message
     * @return the pipeline
     * @throws ConfigurationException if there is no such store or codec
     */
    public CachePipeline pipeline(String where, String name, String codec, String namedBy) {
        StoreInUse used = use(where, name);
        EntryCodec found = codec(namedBy, codec);
        return used.store instanceof NearEntryStore store && !codec.equals(remote.getCodec())
                ? used.byCodec.computeIfAbsent(codec, first -> pipeline(store.encodedBy(found), used.clocks))
                : used.pipeline;
    }

    /** {@return the name of the codec of routes that name none} */
    public String usualCodec() {
        return remote.getCodec();
    }

    /**
     * Returns the results of functions in a store and opens the store on first use. This node keeps copies of results if it does so
     * unless a route says otherwise.
     *
     * @param where the property that names the store, for the message
     * @param name the name of the store
     * @param ttl the time for which a result is used
     * @param jitter the share of the ttl by which this time is shortened at random
     * @param tags the tags of all results
     * @return the results
     * @throws ConfigurationException if there is no such store
     */
    public ResultStore results(String where, String name, Duration ttl, LifetimeShare jitter, List<String> tags) {
        StoreInUse found = use(where, name);
        boolean copies = settings.isEnabled() && near.isEnabled() && keepCopies(where, name);
        return new ResultStore(found.store, found.clocks, ttl, jitter, random.below(), tags, copies);
    }

    /** {@return the number of requests that wait for the handler run of another request} */
    public int waiting() {
        return inUse.values().stream()
                .mapToInt(each -> each.pipeline.waiting()
                        + each.byCodec.values().stream()
                                .mapToInt(CachePipeline::waiting)
                                .sum())
                .sum();
    }

    /** {@return the number of background refreshes that are under way} */
    public int refreshing() {
        return refreshes.running();
    }

    /** {@return the names of the stores in use} */
    public SortedSet<String> names() {
        return new TreeSet<>(inUse.keySet());
    }

    /** Returns the stores that are in use at this moment. */
    Collection<EntryStore> all() {
        return inUse.values().stream().map(StoreInUse::store).toList();
    }

    @Override
    public Map<String, RemoteStatistics> byName() {
        Map<String, RemoteStatistics> statistics = new TreeMap<>();
        inUse.forEach((name, each) -> {
            if (each.store instanceof NearEntryStore store) {
                statistics.put(name, store.remote().statistics());
            }
        });
        return Collections.unmodifiableMap(statistics);
    }

    /** {@return the state of the copies that this node keeps, by the name of the remote store} */
    public Map<String, NearStatistics> copies() {
        Map<String, NearStatistics> statistics = new TreeMap<>();
        inUse.forEach((name, each) -> {
            NearStatistics copies = each.store instanceof NearEntryStore store ? store.statistics() : null;
            if (copies != null) {
                statistics.put(name, copies);
            }
        });
        return Collections.unmodifiableMap(statistics);
    }

    /** {@return whether this node keeps copies of a remote store's entries unless a route says otherwise} */
    public boolean keepsCopies() {
        return near.isEnabled();
    }

    /**
     * Lets this node keep copies of a store's entries.
     *
     * @param where the property or annotation that names the store, for the message
     * @param name the name of the store
     * @return false for the memory store, which needs none
     * @throws ConfigurationException if there is no such store
     */
    public boolean keepCopies(String where, String name) {
        if (use(where, name).store instanceof NearEntryStore store) {
            store.start();
            return true;
        }
        return false;
    }

    /** {@return the memory store, or null if it is not in use} */
    public @Nullable MemoryEntryStore memory() {
        StoreInUse found = inUse.get(HttpCacheConfiguration.MEMORY);
        if (found == null) {
            return null;
        }
        return found.store instanceof BroadcastEntryStore store ? store.memory() : (MemoryEntryStore) found.store;
    }

    @Override
    public @Nullable BroadcastStatistics broadcast() {
        StoreInUse found = inUse.get(HttpCacheConfiguration.MEMORY);
        return found != null && found.store instanceof BroadcastEntryStore store ? store.statistics() : null;
    }

    /**
     * Opens connections before the first request. Startup does not wait for them, because a remote store may be down.
     */
    @EventListener
    void warmUp(ServerStartupEvent started) {
        inUse.values().forEach(each -> {
            if (each.store instanceof NearEntryStore store) {
                store.remote().warmUp();
            } else if (each.store instanceof BroadcastEntryStore store) {
                store.warmUp();
            }
        });
    }

    @PreDestroy
    void close() {
        inUse.values().forEach(each -> each.store.close());
    }

    private StoreInUse open(String where, String name) {
        boolean inMemory = name.equals(HttpCacheConfiguration.MEMORY);
        EntryStore store = inMemory ? openMemory() : openRemote(where, name);
        Clocks clocks = inMemory ? new Clocks(clock.clock(), clock.elapsed()) : Clocks.shared(clock.clock());
        return new StoreInUse(store, clocks, pipeline(store, clocks), new ConcurrentHashMap<>());
    }

    private CachePipeline pipeline(EntryStore store, Clocks clocks) {
        PipelineSettings pipelineSettings =
                new PipelineSettings(settings.getCollapseTimeout(), settings.getKeepStale(), settings.getMaxTags());
        // An entry in a backend is decoded for each hit, which would compress its body again for each coding that it
        // does not contain.
        BodyWork work = store instanceof NearEntryStore ? bodies.withGzipOnly() : bodies;
        return new CachePipeline(store, clocks, pipelineSettings, work, refreshes, random.below());
    }

    private EntryStore openMemory() {
        MemoryEntryStore store = new MemoryEntryStore(memory.getMaximumSize(), clock.elapsed());
        String name = memory.getBroadcast();
        if (name == null) {
            return store;
        }
        BroadcastChannel channel = context.findBean(BroadcastChannel.class, Qualifiers.byName(name))
                .orElseThrow(() -> new ConfigurationException(
                        MemoryConfiguration.PREFIX + ".broadcast: " + describeMissingChannel(name)));
        return new BroadcastEntryStore(
                store, channel, new BroadcastSettings(name, memory.getMaximumLag(), remote.settings()));
    }

    private EntryStore openRemote(String where, String name) {
        if (context.containsBean(FunctionCacheConfiguration.class, Qualifiers.byName(name))) {
            throw new ConfigurationException(where + " must not name '" + name + "', because the entries of the cache "
                    + FunctionCacheConfiguration.PREFIX + '.' + name + " are in a store themselves. Name that store.");
        }
        CacheStore store = context.findBean(CacheStore.class, Qualifiers.byName(name))
                .orElseThrow(() -> new ConfigurationException(where + ": " + describeMissing(name)));
        if (remote.usesLeases() && !store.capabilities().atomicPutIfAbsent()) {
            throw new ConfigurationException(HttpCacheConfiguration.PREFIX + ".lease.enabled: the store '" + name
                    + "' does not support leases. Choose another store, or set the property to false.");
        }
        EntryCodec codec = codec(HttpCacheConfiguration.PREFIX + ".codec", remote.getCodec());
        RemoteEntryStore entries = new RemoteEntryStore(name, store, codec, remote.settings(), clock.clock());
        NearEntryStore withCopies = new NearEntryStore(entries, store, near.settings(), clock.clock());
        if (near.isStrict()) {
            requireReports(name, withCopies);
        }
        return withCopies;
    }

    /** A node without copies of its own waits for those of the other nodes, too. */
    private static void requireReports(String name, NearEntryStore store) {
        store.start();
        if (!store.reportsChanges()) {
            store.close();
            throw new ConfigurationException(NearConfiguration.PREFIX + ".strict: the store '" + name
                    + "' does not report changes, so no invalidation could wait for the copies of other nodes. Use the store"
                    + " redis without http-cache.redis.read-from, or set the property to false.");
        }
    }

    private String describeMissingChannel(String name) {
        return name.equals("redis")
                ? missing().describe(name, List.of())
                : "There is no channel '" + name + "'. Available channels: " + beanNames(BroadcastChannel.class) + ".";
    }

    private MissingStore missing() {
        return new MissingStore(
                store -> context.containsBean(ClientLibrary.class, Qualifiers.byName(store)),
                context::containsProperty);
    }

    private String describeMissing(String name) {
        return missing().describe(name, beanNames(CacheStore.class, HttpCacheConfiguration.MEMORY));
    }

    private EntryCodec codec(String where, String name) {
        return context.findBean(EntryCodec.class, Qualifiers.byName(name))
                .orElseThrow(() -> new ConfigurationException(
                        where + " must be one of " + beanNames(EntryCodec.class) + ", but was '" + name + "'."));
    }

    private List<String> beanNames(Class<?> type, String... more) {
        List<String> names = new ArrayList<>(List.of(more));
        context.getBeanDefinitions(type)
                .forEach(definition -> beanName(definition).ifPresent(names::add));
        Collections.sort(names);
        return names;
    }

    /** Only the qualifier of an {@code @EachBean} bean has the name of the bean that it was created for. */
    private static Optional<String> beanName(BeanDefinition<?> definition) {
        return definition.getDeclaredQualifier() instanceof Named named
                ? Optional.of(named.getName())
                : definition.stringValue(AnnotationUtil.NAMED);
    }
}

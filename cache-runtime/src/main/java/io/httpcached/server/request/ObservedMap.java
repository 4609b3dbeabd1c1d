package io.httpcached.server.request;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A copy of the values of a request as a map, with a report of those that are read. Changes stay in the copy.
 *
 * @param <K> the type of the names
 * @param <V> the type of the values
 */
final class ObservedMap<K, V> extends AbstractMap<K, V> {

    private final Consumer<String> read;
    private final Runnable readAll;
    private final Supplier<Map<K, V>> original;
    private @Nullable Map<K, V> copy;

    /**
     * Creates a map.
     *
     * @param read learns the names that are looked up
     * @param readAll learns that code iterates over all values
     * @param original supplies the copy
     */
    ObservedMap(Consumer<String> read, Runnable readAll, Supplier<Map<K, V>> original) {
        this.read = read;
        this.readAll = readAll;
        this.original = original;
    }

    private Map<K, V> copied() {
        Map<K, V> made = copy;
        if (made == null) {
            made = original.get();
            copy = made;
        }
        return made;
    }

    private Map<K, V> lookUp(@Nullable Object name) {
        read.accept(String.valueOf(name));
        return copied();
    }

    @Override
    public @Nullable V get(@Nullable Object name) {
        return lookUp(name).get(name);
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return lookUp(name).containsKey(name);
    }

    @Override
    public @Nullable V put(K name, V value) {
        return lookUp(name).put(name, value);
    }

    @Override
    public @Nullable V remove(@Nullable Object name) {
        return lookUp(name).remove(name);
    }

    @Override
    public Set<Entry<K, V>> entrySet() {
        readAll.run();
        return copied().entrySet();
    }
}

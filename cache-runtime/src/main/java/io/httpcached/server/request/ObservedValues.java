package io.httpcached.server.request;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.core.convert.value.ConvertibleMultiValues;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Values of a request under names, with a report of those that are read. */
abstract class ObservedValues implements ConvertibleMultiValues<String> {

    /** Reports that the values of one name are read, and returns all values. */
    abstract ConvertibleMultiValues<String> read(CharSequence name);

    /** Returns all values without a report. */
    abstract ConvertibleMultiValues<String> current();

    /** Reports that code iterates over all values, and returns them. */
    abstract ConvertibleMultiValues<String> readAll();

    @Override
    public @Nullable String get(CharSequence name) {
        return read(name).get(name);
    }

    @Override
    public List<String> getAll(CharSequence name) {
        return read(name).getAll(name);
    }

    @Override
    public Optional<String> getFirst(CharSequence name) {
        return Optional.ofNullable(get(name));
    }

    @Override
    public <T> Optional<T> get(CharSequence name, ArgumentConversionContext<T> conversionContext) {
        return read(name).get(name, conversionContext);
    }

    @Override
    public boolean contains(String name) {
        return read(name).contains(name);
    }

    /** A lookup of one name in this set is a read of that name only. */
    @Override
    public Set<String> names() {
        return asMap().keySet();
    }

    @Override
    public Map<String, List<String>> asMap() {
        return new ObservedMap<>(this::read, this::readAll, () -> current().asMap());
    }

    @Override
    public <K, V> Map<K, V> asMap(Class<K> keyType, Class<V> valueType) {
        return new ObservedMap<>(this::read, this::readAll, () -> current().asMap(keyType, valueType));
    }

    @Override
    public Collection<List<String>> values() {
        return readAll().values();
    }

    @Override
    public Iterator<Map.Entry<String, List<String>>> iterator() {
        return readAll().iterator();
    }

    @Override
    public void forEachValue(BiConsumer<String, String> action) {
        readAll().forEachValue(action);
    }

    @Override
    public void forEach(BiConsumer<String, List<String>> action) {
        readAll().forEach(action);
    }

    @Override
    public abstract ConversionService getConversionService();
}

package io.httpcached.server.request;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.core.convert.value.MutableConvertibleValues;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a request, with a report of those that are read or changed. Code that iterates over them is not noticed.
 *
 * @param original the attributes
 * @param observer learns what is read
 */
record ObservedAttributes(MutableConvertibleValues<Object> original, ReadObserver observer)
        implements MutableConvertibleValues<Object> {

    private MutableConvertibleValues<Object> read(CharSequence name) {
        String attribute = name.toString();
        observer.readAttribute(attribute, original.getValue(attribute));
        return original;
    }

    private MutableConvertibleValues<Object> change(CharSequence name) {
        String attribute = name.toString();
        observer.changeAttribute(attribute, original.getValue(attribute));
        return original;
    }

    @Override
    public <T> Optional<T> get(CharSequence name, ArgumentConversionContext<T> conversionContext) {
        return read(name).get(name, conversionContext);
    }

    @Override
    public @Nullable Object getValue(CharSequence name) {
        Object value = original.getValue(name);
        observer.readAttribute(name.toString(), value);
        return value;
    }

    @Override
    public boolean contains(String name) {
        return read(name).contains(name);
    }

    @Override
    public MutableConvertibleValues<Object> put(CharSequence key, @Nullable Object value) {
        change(key).put(key, value);
        return this;
    }

    @Override
    public MutableConvertibleValues<Object> remove(CharSequence key) {
        change(key).remove(key);
        return this;
    }

    @Override
    public MutableConvertibleValues<Object> clear() {
        original.names().forEach(this::change);
        original.clear();
        return this;
    }

    /** A lookup of one name in this set is a read of that name only. */
    @Override
    public Set<String> names() {
        return asMap().keySet();
    }

    @Override
    public Map<String, Object> asMap() {
        return new ObservedMap<>(this::read, () -> {}, original::asMap);
    }

    @Override
    public <K, V> Map<K, V> asMap(Class<K> keyType, Class<V> valueType) {
        return new ObservedMap<>(this::read, () -> {}, () -> original.asMap(keyType, valueType));
    }

    @Override
    public Collection<Object> values() {
        return original.values();
    }

    @Override
    public Iterator<Map.Entry<String, Object>> iterator() {
        return original.iterator();
    }

    @Override
    public ConversionService getConversionService() {
        return original.getConversionService();
    }
}

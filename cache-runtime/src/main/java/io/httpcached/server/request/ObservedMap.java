package io.httpcached.server.request;

import io.micronaut.core.convert.value.ConvertibleMultiValues;
import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A copy of the values of a request as a map, with a report of those that are read. Changes stay in the copy. */
final class ObservedMap extends AbstractMap<String, List<String>> {

    private final ObservedValues values;
    private @Nullable Map<String, List<String>> copy;

    ObservedMap(ObservedValues values) {
        this.values = values;
    }

    private Map<String, List<String>> copied(ConvertibleMultiValues<String> original) {
        Map<String, List<String>> made = copy;
        if (made == null) {
            made = original.asMap();
            copy = made;
        }
        return made;
    }

    private Map<String, List<String>> read(@Nullable Object name) {
        return copied(values.read(String.valueOf(name)));
    }

    @Override
    public @Nullable List<String> get(@Nullable Object name) {
        return read(name).get(name);
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return read(name).containsKey(name);
    }

    @Override
    public @Nullable List<String> put(String name, List<String> value) {
        return read(name).put(name, value);
    }

    @Override
    public @Nullable List<String> remove(@Nullable Object name) {
        return read(name).remove(name);
    }

    @Override
    public Set<Entry<String, List<String>>> entrySet() {
        return copied(values.readAll()).entrySet();
    }
}

package io.httpcached.server.reads;

import io.httpcached.core.RequestPart;
import io.httpcached.server.request.ReadObserver;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The request attributes that key contributors read. What they return stands for them in the key.
 *
 * @param names the set that receives their names
 */
public record AttributeReads(Set<String> names) implements ReadObserver {

    @Override
    public void readAttribute(String name, @Nullable Object value) {
        names.add(name);
    }

    @Override
    public void read(RequestPart part) {}

    @Override
    public void readAllFields() {}

    @Override
    public void readAllParameters() {}

    @Override
    public void changeAttribute(String name, @Nullable Object value) {}

    @Override
    public void readUser() {}

    @Override
    public void readProperty(String property) {}
}

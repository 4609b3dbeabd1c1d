package io.httpcached.suite.backend;

import io.httpcached.store.CacheStore;
import io.micronaut.context.ApplicationContext;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Opens backends as an application does: each is a bean of its own application context, which is closed after the test.
 */
public final class OpenStores implements AfterEachCallback {

    private final List<ApplicationContext> contexts = new ArrayList<>();

    /**
     * Opens a backend.
     *
     * @param name the name of the backend
     * @param properties the properties of the application
     */
    public CacheStore open(String name, Map<String, Object> properties) {
        ApplicationContext context = ApplicationContext.run(properties, "test");
        contexts.add(context);
        return storeOf(context, name);
    }

    /** Returns a backend of an application. */
    static CacheStore storeOf(ApplicationContext context, String name) {
        return context.getBean(CacheStore.class, Qualifiers.byName(name));
    }

    /** Returns a bean of the most recently started application. */
    <T> T bean(Class<T> type) {
        return contexts.get(contexts.size() - 1).getBean(type);
    }

    /** Closes the application contexts and their backends. */
    public void close() {
        contexts.forEach(ApplicationContext::close);
        contexts.clear();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        close();
    }
}

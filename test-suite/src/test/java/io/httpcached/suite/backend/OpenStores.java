package io.httpcached.suite.backend;

import io.httpcached.store.CacheStore;
import io.micronaut.context.ApplicationContext;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Backends as an application gets them: each is a bean of an application context of its own, which ends with the test. */
public final class OpenStores implements AfterEachCallback {

    private final List<ApplicationContext> contexts = new ArrayList<>();

    /**
     * Opens a backend.
     *
     * @param name its name
     * @param properties what an application would configure
     */
    public CacheStore open(String name, Map<String, Object> properties) {
        ApplicationContext context = ApplicationContext.run(properties, "test");
        contexts.add(context);
        return storeOf(context, name);
    }

    /** {@return a backend of an application} */
    static CacheStore storeOf(ApplicationContext context, String name) {
        return context.getBean(CacheStore.class, Qualifiers.byName(name));
    }

    /** {@return a bean of the application that was started last} */
    <T> T bean(Class<T> type) {
        return contexts.get(contexts.size() - 1).getBean(type);
    }

    /** Ends the application contexts, and the backends with them. */
    public void close() {
        contexts.forEach(ApplicationContext::close);
        contexts.clear();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        close();
    }
}

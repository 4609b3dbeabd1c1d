package io.httpcached.server.functions;

import io.httpcached.server.config.FunctionCacheConfiguration;
import io.httpcached.server.report.FunctionCacheReport;
import io.micronaut.context.BeanContext;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.reflect.ClassUtils;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The caches for results of functions. They are created at startup, so that configuration errors fail startup, and so does a missing
 * dependency that would leave the configuration without effect.
 */
@Context
public final class FunctionCaches {

    private final Collection<? extends FunctionCacheReport.Source> caches;

    FunctionCaches(Collection<FunctionCacheConfiguration> configured, BeanContext beans) {
        configured.stream().map(FunctionCacheConfiguration::getName).findFirst().ifPresent(name -> {
            require(name, "io.micronaut.cache.SyncCache", "io.micronaut.cache:micronaut-cache-core");
            require(name, "io.micronaut.json.JsonMapper", "io.micronaut.serde:micronaut-serde-jackson");
        });
        this.caches = configured.isEmpty() ? List.of() : beans.getBeansOfType(FunctionCacheReport.Source.class);
    }

    /** {@return the state of the caches, by name} */
    public List<FunctionCacheReport> report() {
        return caches.stream()
                .map(FunctionCacheReport.Source::report)
                .sorted(Comparator.comparing(FunctionCacheReport::name))
                .toList();
    }

    static void require(String cache, String type, String dependency) {
        if (!ClassUtils.isPresent(type, FunctionCaches.class.getClassLoader())) {
            throw new ConfigurationException(
                    FunctionCacheConfiguration.PREFIX + '.' + cache + " needs the dependency " + dependency + '.');
        }
    }
}

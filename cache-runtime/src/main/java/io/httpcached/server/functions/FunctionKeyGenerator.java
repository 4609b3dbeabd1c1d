package io.httpcached.server.functions;

import io.httpcached.server.config.FunctionCacheConfiguration;
import io.micronaut.cache.interceptor.DefaultCacheKeyGenerator;
import io.micronaut.cache.interceptor.ParametersKey;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.AnnotationMetadata;
import jakarta.inject.Singleton;

/**
 * Generates the keys of functions that name no generator, in place of micronaut-cache's own, whose keys of several arguments hide
 * them. A text of such a key would have to be its {@code toString}, which different arguments can share.
 */
@Singleton
@Requires(classes = ParametersKey.class)
@Requires(beans = FunctionCacheConfiguration.class)
final class FunctionKeyGenerator extends DefaultCacheKeyGenerator {

    @Override
    public Object generateKey(AnnotationMetadata annotationMetadata, Object... params) {
        Object key = super.generateKey(annotationMetadata, params);
        return key instanceof ParametersKey ? new FunctionKey(params == null ? new Object[0] : params) : key;
    }
}

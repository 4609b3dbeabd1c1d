package io.httpcached.processor.writing;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.concurrent.CompletableFuture;

/** The runtime types that interceptors use, by name, because the runtime is not on the processor path. */
final class RuntimeTypes {

    static final ClassName INTERCEPTOR = type("HttpCacheInterceptor");
    static final ClassName CONTROLLER_METHOD = type("ControllerMethod");
    static final ClassName CACHED_ROUTE = type("CachedRoute");
    static final ClassName INVALIDATING_ROUTE = type("InvalidatingRoute");
    static final ClassName KEY_GENERATOR = type("KeyGenerator");
    static final ClassName KEY_WRITER = type("KeyWriter");
    static final ClassName ROUTE_INVALIDATION = type("RouteInvalidation");
    static final ClassName ROUTE_POLICY = type("RoutePolicy");
    static final ClassName ROUTE_VARIABLE = type("RouteVariable");
    static final ClassName TAG_GENERATOR = type("TagGenerator");
    static final ClassName TAG_WRITER = type("TagWriter");

    static final ClassName INVALIDATOR = ClassName.get("io.httpcached.engine", "CacheInvalidator");
    static final TypeName FUTURE = ParameterizedTypeName.get(CompletableFuture.class, Void.class);

    private RuntimeTypes() {}

    private static ClassName type(String simpleName) {
        return ClassName.get("io.httpcached.server.interceptor", simpleName);
    }
}

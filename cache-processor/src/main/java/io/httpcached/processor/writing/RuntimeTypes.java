package io.httpcached.processor.writing;

import com.palantir.javapoet.ClassName;

/** The types that generated source is written against; by name, since the processor does not run with the runtime. */
final class RuntimeTypes {

    static final ClassName INTERCEPTOR = route("HttpCacheInterceptor");
    static final ClassName CONTROLLER_METHOD = route("ControllerMethod");
    static final ClassName CACHED_ROUTE = route("CachedRoute");
    static final ClassName INVALIDATING_ROUTE = route("InvalidatingRoute");
    static final ClassName KEY_GENERATOR = route("KeyGenerator");
    static final ClassName KEY_WRITER = route("KeyWriter");
    static final ClassName ROUTE_INVALIDATION = route("RouteInvalidation");
    static final ClassName ROUTE_POLICY = route("RoutePolicy");
    static final ClassName TAG_GENERATOR = route("TagGenerator");
    static final ClassName TAG_WRITER = route("TagWriter");

    private RuntimeTypes() {}

    private static ClassName route(String simpleName) {
        return ClassName.get("io.httpcached.server.interceptor", simpleName);
    }
}

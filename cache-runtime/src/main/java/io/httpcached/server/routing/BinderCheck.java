package io.httpcached.server.routing;

import io.httpcached.annotation.KeySource;
import io.httpcached.server.interceptor.CachedRoute;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.beans.BeanIntrospector;
import io.micronaut.core.beans.BeanProperty;
import io.micronaut.core.bind.ArgumentBinder;
import io.micronaut.core.naming.Named;
import io.micronaut.core.type.Argument;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.bind.RequestBinderRegistry;
import io.micronaut.http.uri.UriMatchVariable;
import io.micronaut.web.router.UriRouteInfo;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Fails startup if a binder of the application binds an argument that the annotation processor expected Micronaut to bind: the
 * values that such a binder reads are not in the key. Binders are beans, so only the running application knows them all.
 */
@Singleton
final class BinderCheck {

    private static final List<String> KNOWN_PACKAGES = List.of("io.micronaut.", "io.httpcached.server.");

    private final RequestBinderRegistry registry;

    BinderCheck(RequestBinderRegistry registry) {
        this.registry = registry;
    }

    /**
     * Checks the binders of the arguments of a route.
     *
     * @throws ConfigurationException if the application supplies one of them, and the key is generated from the signature
     */
    void check(CachedRoute route, UriRouteInfo<?, ?> info) {
        if (route.policy().keySource() == KeySource.REQUEST_URI) {
            return;
        }
        Set<String> fromPath = requiredVariables(info);
        Argument<?>[] arguments = info.getTargetMethod().getArguments();
        for (int i = 0; i < arguments.length; i++) {
            if (!fromPath.contains(info.getArgumentNames()[i])) {
                boundArguments(arguments[i]).forEach(argument -> check(route, argument));
            }
        }
    }

    private void check(CachedRoute route, Argument<?> argument) {
        String binder = registry.findArgumentBinder(argument)
                .map(ArgumentBinder::getClass)
                .map(Class::getName)
                .orElse(KNOWN_PACKAGES.get(0));
        if (KNOWN_PACKAGES.stream().noneMatch(binder::startsWith)) {
            throw new ConfigurationException(
                    "@HttpCached on " + route.method() + ": the parameter '" + argument.getName()
                            + "' is bound by " + binder
                            + ", and the values that this binder reads are not in the key. Annotate the parameter with"
                            + " @QueryValue, @Header or @CookieValue if it has one value of the request. Otherwise, set keySource"
                            + " = KeySource.REQUEST_URI and name the header fields that the binder reads in vary.");
        }
    }

    /** The server binds variables that are always in the path without a binder. */
    private static Set<String> requiredVariables(UriRouteInfo<?, ?> info) {
        return info.getUriMatchTemplate().getVariables().stream()
                .filter(variable -> !variable.isQuery() && !variable.isOptional())
                .map(UriMatchVariable::getName)
                .collect(Collectors.toSet());
    }

    private static Stream<Argument<?>> boundArguments(Argument<?> argument) {
        return argument.getAnnotationMetadata().hasAnnotation(RequestBean.class)
                ? BeanIntrospector.SHARED.findIntrospection(argument.getType()).stream()
                        .flatMap(BinderCheck::fields)
                : Stream.of(argument);
    }

    /** As in {@code RequestBeanAnnotationBinder}: the arguments of the constructor, or the properties if it has none. */
    private static Stream<Argument<?>> fields(BeanIntrospection<?> bean) {
        Map<String, Argument<?>> properties = bean.getBeanProperties().stream()
                .collect(Collectors.toMap(
                        Named::getName, (Function<BeanProperty<?, ?>, Argument<?>>) BeanProperty::asArgument));
        Argument<?>[] arguments = bean.getConstructorArguments();
        return arguments.length == 0
                ? properties.values().stream()
                : Arrays.stream(arguments).map(argument -> properties.getOrDefault(argument.getName(), argument));
    }
}

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
 * Stops start-up where code of the application binds an argument that the compiler took to be bound by Micronaut: what such
 * code reads of a request is in no key. A binder is a bean, so only the running application knows them all.
 */
@Singleton
final class BinderCheck {

    private static final List<String> KNOWN_TO_THE_COMPILER = List.of("io.micronaut.", "io.httpcached.server.");

    private final RequestBinderRegistry registry;

    BinderCheck(RequestBinderRegistry registry) {
        this.registry = registry;
    }

    /**
     * Looks at the binders of a route's arguments.
     *
     * @throws ConfigurationException if one of them is the application's, and the key is made of the signature
     */
    void check(CachedRoute route, UriRouteInfo<?, ?> info) {
        if (route.policy().keySource() == KeySource.REQUEST_URI) {
            return;
        }
        Set<String> fromPath = requiredVariables(info);
        Argument<?>[] arguments = info.getTargetMethod().getArguments();
        for (int i = 0; i < arguments.length; i++) {
            if (!fromPath.contains(info.getArgumentNames()[i])) {
                bound(arguments[i]).forEach(argument -> check(route, argument));
            }
        }
    }

    private void check(CachedRoute route, Argument<?> argument) {
        String binder = registry.findArgumentBinder(argument)
                .map(ArgumentBinder::getClass)
                .map(Class::getName)
                .orElse(KNOWN_TO_THE_COMPILER.get(0));
        if (KNOWN_TO_THE_COMPILER.stream().noneMatch(binder::startsWith)) {
            throw new ConfigurationException("@HttpCached on " + route.method() + ": '" + argument.getName()
                    + "' is bound by " + binder
                    + ", and no key holds what that reads. Annotate the parameter with @QueryValue, @Header or"
                    + " @CookieValue if it is made of one value of the request; else set keySource ="
                    + " KeySource.REQUEST_URI and name in vary the header fields that the binder reads.");
        }
    }

    /** The server asks no binder for what the path always has. */
    private static Set<String> requiredVariables(UriRouteInfo<?, ?> info) {
        return info.getUriMatchTemplate().getVariables().stream()
                .filter(variable -> !variable.isQuery() && !variable.isOptional())
                .map(UriMatchVariable::getName)
                .collect(Collectors.toSet());
    }

    private static Stream<Argument<?>> bound(Argument<?> argument) {
        return argument.getAnnotationMetadata().hasAnnotation(RequestBean.class)
                ? BeanIntrospector.SHARED.findIntrospection(argument.getType()).stream()
                        .flatMap(BinderCheck::fields)
                : Stream.of(argument);
    }

    /** As {@code RequestBeanAnnotationBinder} has it: a constructor's arguments, else the properties. */
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

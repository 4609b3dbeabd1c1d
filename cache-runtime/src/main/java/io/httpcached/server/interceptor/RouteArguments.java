package io.httpcached.server.interceptor;

import io.micronaut.core.annotation.Internal;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.MethodBasedRouteInfo;
import io.micronaut.web.router.RouteInfo;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The parameters of a route's method, with the converters that the server uses for them. Thread-safe. */
@Internal
public final class RouteArguments {

    private final RequestResolvers resolvers;
    private final Argument<?>[] arguments;

    RouteArguments(RequestResolvers resolvers, Argument<?>... arguments) {
        this.resolvers = resolvers;
        this.arguments = arguments;
    }

    /**
     * Returns the parameters of a route.
     *
     * @param route the route
     * @param resolvers the converters
     * @return the parameters
     */
    public static RouteArguments of(RouteInfo<?> route, RequestResolvers resolvers) {
        return new RouteArguments(
                resolvers,
                route instanceof MethodBasedRouteInfo<?, ?> method
                        ? method.getTargetMethod().getArguments()
                        : Argument.ZERO_ARGUMENTS);
    }

    /**
     * Returns the arguments to which the server binds variables.
     *
     * @param variables the variables
     * @return for each variable that is bound to a parameter or to a field of a bean, its name and the argument
     */
    public Map<String, Argument<?>> of(Collection<RouteVariable> variables) {
        Map<String, Argument<?>> bound = new HashMap<>();
        for (RouteVariable variable : variables) {
            if (variable.parameter() >= 0) {
                Argument<?> parameter = arguments[variable.parameter()];
                String field = variable.field();
                bound.put(variable.name(), field == null ? parameter : field(parameter.getType(), field));
            }
        }
        return bound;
    }

    /** The server binds the arguments of the constructor if it has any, and otherwise the properties. */
    private static Argument<?> field(Class<?> bean, String name) {
        BeanIntrospection<?> introspection = BeanIntrospection.getIntrospection(bean);
        return Arrays.stream(introspection.getConstructorArguments())
                .filter(argument -> argument.getName().equals(name))
                .findFirst()
                .orElseGet(() ->
                        introspection.getRequiredProperty(name, Object.class).asArgument());
    }

    /**
     * Returns the canonical text of a value of a path.
     *
     * @param argument the argument to which the server binds it
     * @param text the value in the path
     * @return its canonical text
     */
    public String text(Argument<?> argument, String text) {
        return ValueText.inTag(text, argument, null, resolvers.conversions());
    }

    /**
     * Returns the canonical text of the value that the server binds to a parameter.
     *
     * @param parameter the index of the parameter
     * @param text the value in the request
     * @param request the request
     * @return its canonical text
     */
    public String text(int parameter, String text, HttpRequest<?> request) {
        return ValueText.inTag(text, arguments[parameter], request, resolvers.conversions());
    }
}

package io.httpcached.processor.model;

import io.httpcached.annotation.CacheScope;
import io.micronaut.inject.ast.Element;
import java.util.List;
import java.util.stream.Stream;

/**
 * One method that a policy applies to, with everything that the rules judge and the writer needs.
 *
 * @param method the name of the method
 * @param httpMethods the HTTP methods it is mapped to; at least one
 * @param uris the URI templates it is mapped to
 * @param produces the media types it produces, in order; empty when nothing is declared
 * @param negotiated whether another method answers the same URI, so that what the client accepts chooses between them
 * @param parameters its parameters
 * @param body what it returns
 * @param policy the policy, the controller's and the method's annotation merged
 * @param rivals the elements, the method and its controller, whose annotations bring more than one policy each
 * @param admission who may call it
 * @param optedOut whether the method that asks for caching also refuses it
 * @param origin the method
 */
public record CachedRoute(
        String method,
        List<String> httpMethods,
        UriTemplates uris,
        List<String> produces,
        boolean negotiated,
        List<Parameter> parameters,
        ResponseBody body,
        Policy policy,
        List<Rivals> rivals,
        Admission admission,
        boolean optedOut,
        Element origin)
        implements RouteMethod {

    /** Copies the lists. */
    public CachedRoute {
        httpMethods = List.copyOf(httpMethods);
        produces = List.copyOf(produces);
        parameters = List.copyOf(parameters);
        rivals = List.copyOf(rivals);
    }

    /** {@return what the method is given, beans taken apart} */
    public Stream<Input> inputs() {
        return parameters.stream().map(Parameter::input).flatMap(Input::flatten);
    }

    /** {@return whether the method may add tags while it runs} */
    public boolean addsTags() {
        return inputs().anyMatch(input -> input.binding() instanceof Binding.Tags);
    }

    /** {@return who may be answered from its entries: what a method makes of the user is for that user} */
    public CacheScope scope() {
        CacheScope scope = policy.scope().value();
        return scope == CacheScope.AUTO && seesUser() ? CacheScope.PRIVATE : scope;
    }

    /** {@return whether the method is given the user} */
    public boolean seesUser() {
        return inputs().anyMatch(input -> input.binding() instanceof Binding.User);
    }
}

package io.httpcached.processor.writing;

import com.palantir.javapoet.CodeBlock;
import io.httpcached.processor.model.CachedController;
import io.httpcached.processor.model.CachedRoute;
import io.httpcached.processor.model.KeyPlan;

/**
 * A route with the names of what is generated for it.
 *
 * @param route the route
 * @param plan its key
 * @param name the name that its methods begin with
 */
record NamedRoute(CachedRoute route, KeyPlan plan, String name) {

    /** Names a route; overloaded methods are numbered. */
    static NamedRoute of(CachedRoute route, Names names) {
        return new NamedRoute(route, KeyPlan.of(route), names.take(route.method()));
    }

    String keyMethod() {
        return name + "Key";
    }

    String tagMethod() {
        return name + "Tags";
    }

    boolean hasKey() {
        return !plan.parts().isEmpty();
    }

    boolean hasTags() {
        return !route.policy().tags().value().isEmpty();
    }

    /** The Javadoc reference to the method of the controller. */
    CodeBlock link(CachedController controller) {
        return MethodCode.link(controller, route);
    }
}

package io.httpcached.processor.writing;

import com.palantir.javapoet.CodeBlock;
import io.httpcached.processor.model.CachedController;
import io.httpcached.processor.model.CachedRoute;
import io.httpcached.processor.model.KeyPlan;
import io.httpcached.processor.model.Parameter;
import io.micronaut.core.naming.NameUtils;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A route with the names of what is generated for it.
 *
 * @param route the route
 * @param plan its key
 * @param constant the name of its policy
 * @param name the name that its methods begin with
 */
record NamedRoute(CachedRoute route, KeyPlan plan, String constant, String name) {

    /** Names all routes of a controller; overloaded methods are numbered. */
    static List<NamedRoute> of(CachedController controller) {
        Set<String> taken = new HashSet<>();
        List<NamedRoute> named = new ArrayList<>();
        for (CachedRoute route : controller.routes()) {
            String name = route.method();
            for (int number = 2; !taken.add(constant(name)); number++) {
                name = route.method() + number;
            }
            named.add(new NamedRoute(route, KeyPlan.of(route), constant(name), name));
        }
        return named;
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
        CodeBlock types = route.parameters().stream()
                .map(Parameter::sourceType)
                .map(type -> CodeBlock.of("$T", type))
                .collect(CodeBlock.joining(", "));
        return CodeBlock.of("{@link $T#$L($L)}", controller.type(), route.method(), types);
    }

    private static String constant(String name) {
        return NameUtils.environmentName(name);
    }
}

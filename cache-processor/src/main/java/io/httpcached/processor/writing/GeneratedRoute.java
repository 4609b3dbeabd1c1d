package io.httpcached.processor.writing;

import com.palantir.javapoet.CodeBlock;
import io.httpcached.processor.model.CachedRoute;
import io.httpcached.processor.model.ControllerModel;
import io.httpcached.processor.model.InferredKey;

/**
 * A cached route with its key and the names of its generated methods.
 *
 * @param route the route
 * @param key its inferred key
 * @param name the prefix of the names of its generated methods
 */
record GeneratedRoute(CachedRoute route, InferredKey key, String name) {

    /** Infers the key and chooses the names; overloaded methods are numbered. */
    static GeneratedRoute of(CachedRoute route, UniqueNames names) {
        return new GeneratedRoute(route, InferredKey.of(route), names.take(route.method()));
    }

    String keyMethod() {
        return name + "Key";
    }

    String tagMethod() {
        return name + "Tags";
    }

    boolean hasKey() {
        return !key.parts().isEmpty();
    }

    boolean hasTags() {
        return !route.tags().isEmpty();
    }

    /** Returns the Javadoc reference to the method of the controller. */
    CodeBlock link(ControllerModel controller) {
        return MethodCode.link(controller, route);
    }
}

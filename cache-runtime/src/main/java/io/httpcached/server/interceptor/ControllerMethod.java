package io.httpcached.server.interceptor;

import io.micronaut.core.annotation.Internal;
import java.util.List;

/**
 * A method of a controller as the annotation processor found it.
 *
 * @param controller the controller class
 * @param name the name of the method
 * @param parameterTypes the erased types of its parameters
 */
@Internal
public record ControllerMethod(Class<?> controller, String name, List<Class<?>> parameterTypes) {

    /**
     * Creates the identity of a method.
     *
     * @param controller the controller class
     * @param name the name of the method
     * @param parameterTypes the erased types of its parameters
     */
    public ControllerMethod(Class<?> controller, String name, Class<?>... parameterTypes) {
        this(controller, name, List.of(parameterTypes));
    }

    /** {@return the name of the method for messages} */
    @Override
    public String toString() {
        return controller.getName() + "." + name;
    }
}

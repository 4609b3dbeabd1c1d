package io.httpcached.processor.writing;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import io.httpcached.processor.model.ControllerModel;
import io.httpcached.processor.model.Parameter;
import io.httpcached.processor.model.RouteMethod;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Code that refers to the methods of a controller. */
final class MethodCode {

    private MethodCode() {}

    /** {@return the Javadoc reference to a method} */
    static CodeBlock link(ControllerModel controller, RouteMethod route) {
        CodeBlock types = route.parameters().stream()
                .map(Parameter::sourceType)
                .map(type -> CodeBlock.of("$T", type))
                .collect(CodeBlock.joining(", "));
        return CodeBlock.of("{@link $T#$L($L)}", controller.type(), route.method(), types);
    }

    /*
     * new ControllerMethod(ProductController.class, "show", long.class)
     */
    static CodeBlock method(ControllerModel controller, RouteMethod route) {
        return CodeBlock.of(
                "new $T($T.class, $S$L)",
                RuntimeTypes.CONTROLLER_METHOD,
                controller.type(),
                route.method(),
                types(route));
    }

    /** {@return the types of the parameters as further arguments} */
    static CodeBlock types(RouteMethod route) {
        return route.parameters().stream()
                .map(Parameter::type)
                .map(type -> CodeBlock.of(", $T.class", type))
                .collect(CodeBlock.joining(""));
    }

    /*
     * @Override
     * public List<CachedRoute> routes() {
     *     return List.of(
     *             new CachedRoute(…));
     * }
     */
    static MethodSpec list(String name, ClassName type, CodeBlock elements) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(ParameterizedTypeName.get(ClassName.get(List.class), type))
                .addStatement("return $T.of(\n$L)", List.class, elements)
                .build();
    }

    /** {@return a reference to a generated method, or the generator that does nothing} */
    static CodeBlock generator(boolean present, ClassName type, ControllerModel controller, String method) {
        return present ? CodeBlock.of("$T::$L", controller.generatedType(), method) : CodeBlock.of("$T.NONE", type);
    }
}

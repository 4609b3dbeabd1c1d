package io.httpcached.processor.writing;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import io.httpcached.processor.model.ControllerModel;
import io.httpcached.processor.model.TypedCache;
import io.httpcached.processor.model.TypedMethod;
import io.httpcached.processor.model.TypedParameter;
import io.micronaut.inject.visitor.VisitorContext;
import javax.lang.model.element.Modifier;

/** Writes the typed cache of a controller. Stateless. */
public final class TypedCacheWriter {

    private static final ClassName SINGLETON = ClassName.get("jakarta.inject", "Singleton");
    private static final AnnotationSpec NULLABLE = AnnotationSpec.builder(
                    ClassName.get("io.micronaut.core.annotation", "Nullable"))
            .build();

    private TypedCacheWriter() {}

    /**
     * Writes the source into the package of the controller.
     *
     * @param controller a controller without errors
     * @param context the compiler, which receives an error if the source cannot be written
     */
    public static void write(ControllerModel controller, VisitorContext context) {
        TypeSpec type = source(TypedCache.of(controller), controller);
        GeneratedClass.write(type, controller, SourceOutput.atOnce(context), context);
    }

    /*
     * @Generated("io.httpcached.processor.HttpCachedVisitor")
     * @Singleton
     * public final class ProductControllerCache extends TypedCache { … }
     */
    private static TypeSpec source(TypedCache cache, ControllerModel controller) {
        TypeSpec.Builder type = GeneratedClass.builder(cache.type(), controller)
                .addJavadoc(
                        "Invalidates the entries of the cached routes of {@link $T}. Inject it by its type. Thread-safe.\n",
                        controller.type())
                .addAnnotation(SINGLETON)
                .superclass(TypedCache.SUPERCLASS)
                .addMethod(constructor())
                .addMethod(softly(cache));
        cache.methods().forEach(method -> type.addMethod(method(method, controller)));
        return type.build();
    }

    /*
     * ProductControllerCache(CacheInvalidator invalidator) {
     *     super(invalidator);
     * }
     */
    private static MethodSpec constructor() {
        return MethodSpec.constructorBuilder()
                .addParameter(RuntimeTypes.INVALIDATOR, "invalidator")
                .addStatement("super(invalidator)")
                .build();
    }

    /*
     * public ProductControllerCache softly() {
     *     return new ProductControllerCache(softInvalidator());
     * }
     */
    private static MethodSpec softly(TypedCache cache) {
        return MethodSpec.methodBuilder("softly")
                .addJavadoc("Returns a view that marks entries stale instead of removing them.\n\n")
                .addJavadoc("@return a view whose invalidations mark entries stale\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(cache.type())
                .addStatement("return new $T(softInvalidator())", cache.type())
                .build();
    }

    /*
     * public CompletableFuture<Void> invalidateShow(long id) {
     *     return entries().path(ProductController.class, "show", values("id", id), long.class).invalidate();
     * }
     */
    private static MethodSpec method(TypedMethod method, ControllerModel controller) {
        TypedMethodCode code = new TypedMethodCode(method, controller);
        MethodSpec.Builder builder = MethodSpec.methodBuilder(method.name())
                .addJavadoc(code.javadoc())
                .addModifiers(Modifier.PUBLIC)
                .returns(RuntimeTypes.FUTURE);
        method.parameters().forEach(parameter -> builder.addParameter(parameter(parameter)));
        return builder.addStatement(code.statement()).build();
    }

    private static ParameterSpec parameter(TypedParameter parameter) {
        ParameterSpec.Builder builder = ParameterSpec.builder(parameter.type(), parameter.name());
        return (parameter.nullable() ? builder.addAnnotation(NULLABLE) : builder).build();
    }
}

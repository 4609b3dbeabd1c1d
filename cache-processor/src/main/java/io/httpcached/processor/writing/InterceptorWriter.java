package io.httpcached.processor.writing;

import com.palantir.javapoet.TypeSpec;
import io.httpcached.processor.model.ControllerModel;
import io.micronaut.inject.visitor.VisitorContext;

/** Writes the interceptor of a controller. Stateless. */
public final class InterceptorWriter {

    private InterceptorWriter() {}

    /**
     * Writes the source into the package of the controller, and registers the class as a service of Micronaut.
     *
     * @param controller a controller without errors
     * @param context the compiler, which receives an error if the source cannot be written
     */
    public static void write(ControllerModel controller, VisitorContext context) {
        GeneratedClass.write(source(controller), controller, SourceOutput.of(context), context);
        context.visitServiceDescriptor(
                RuntimeTypes.INTERCEPTOR.canonicalName(),
                controller.generatedType().canonicalName(),
                controller.origin());
    }

    /*
     * @Generated("io.httpcached.processor.HttpCachedVisitor")
     * public final class ProductControllerHttpCacheInterceptor implements HttpCacheInterceptor { … }
     *
     * Public, because services are created by their public constructor. Without static fields, because Micronaut's feature
     * for native images initializes services when the image is built.
     */
    private static TypeSpec source(ControllerModel controller) {
        TypeSpec.Builder type = GeneratedClass.builder(controller.generatedType(), controller)
                .addJavadoc(summary(controller), controller.type())
                .addSuperinterface(RuntimeTypes.INTERCEPTOR);
        UniqueNames names = new UniqueNames();
        new RoutesWriter(controller, names).addTo(type);
        new InvalidationsWriter(controller, names).addTo(type);
        return type.build();
    }

    private static String summary(ControllerModel controller) {
        if (controller.routes().isEmpty()) {
            return "Interceptor of {@link $T}: the tags and paths that its routes invalidate.\n";
        }
        String cached = "Interceptor of {@link $T}: the policies, keys and tags of its cached routes";
        return cached + (controller.invalidations().isEmpty() ? ".\n" : ", and its invalidations.\n");
    }
}

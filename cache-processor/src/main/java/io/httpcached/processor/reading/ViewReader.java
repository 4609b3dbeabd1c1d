package io.httpcached.processor.reading;

import static io.httpcached.processor.reading.MicronautNames.MODEL_AND_VIEW;
import static io.httpcached.processor.reading.MicronautNames.TURBO_FRAME_VIEW;
import static io.httpcached.processor.reading.MicronautNames.TURBO_VIEW;
import static io.httpcached.processor.reading.MicronautNames.VIEW;

import io.micronaut.inject.ast.ClassElement;
import io.micronaut.inject.ast.MethodElement;
import java.util.List;

/** Determines whether micronaut-views renders the response of a route with a template. */
final class ViewReader {

    private static final List<String> ANNOTATIONS = List.of(VIEW, TURBO_VIEW, TURBO_FRAME_VIEW);

    private ViewReader() {}

    static boolean rendersView(MethodElement method) {
        return ANNOTATIONS.stream().anyMatch(method::hasStereotype) || isModelAndView(method.getGenericReturnType());
    }

    /** The type itself, or what a response or an asynchronous type contains. */
    private static boolean isModelAndView(ClassElement type) {
        return type.isAssignable(MODEL_AND_VIEW)
                || type.getFirstTypeArgument()
                        .filter(ViewReader::isModelAndView)
                        .isPresent();
    }
}

package io.httpcached.processor.reading;

import static io.httpcached.processor.reading.MicronautNames.HTTP_RESPONSE;
import static io.httpcached.processor.reading.MicronautNames.SESSION_VALUE;
import static io.httpcached.processor.reading.MicronautNames.SINGLE_RESULT;

import io.httpcached.processor.model.ResponseBody;
import io.micronaut.inject.ast.ClassElement;
import io.micronaut.inject.ast.MethodElement;
import java.util.Optional;
import java.util.Set;

/**
 * Determines whether the body of a return type is complete before it is sent, by the rules of Micronaut's route executor: a
 * reactive type is one response if it can emit only one element, if the method is annotated with {@code @SingleResult}, or
 * if its elements are responses. Otherwise its elements are streamed.
 */
final class ResponseReader {

    private static final Set<String> REACTIVE = Set.of(
            "org.reactivestreams.Publisher",
            "java.util.concurrent.Flow$Publisher",
            "kotlinx.coroutines.flow.Flow",
            "io.reactivex.Observable",
            "io.reactivex.Single",
            "io.reactivex.Maybe",
            "io.reactivex.rxjava3.core.Observable",
            "io.reactivex.rxjava3.core.Single",
            "io.reactivex.rxjava3.core.Maybe");

    private static final Set<String> SINGLE = Set.of(
            "reactor.core.publisher.Mono",
            "io.reactivex.Single",
            "io.reactivex.Maybe",
            "io.reactivex.rxjava3.core.Single",
            "io.reactivex.rxjava3.core.Maybe");

    private static final Set<String> NOTHING = Set.of(
            "void",
            "java.lang.Void",
            "kotlin.Unit",
            "io.reactivex.Completable",
            "io.reactivex.rxjava3.core.Completable");

    /** Files are also read while they are sent; an {@code Event} is one message of a server-sent event stream. */
    private static final Set<String> STREAMED = Set.of(
            "java.io.InputStream",
            "java.io.File",
            "io.micronaut.http.server.types.files.FileCustomizableResponseType",
            "io.micronaut.http.sse.Event");

    private final boolean specifiedSingle;

    private ResponseReader(boolean specifiedSingle) {
        this.specifiedSingle = specifiedSingle;
    }

    static ResponseBody read(MethodElement method) {
        if (method.hasAnnotation(SESSION_VALUE)) {
            return new ResponseBody.SessionValue();
        }
        boolean single = method.hasStereotype(SINGLE_RESULT)
                && method.booleanValue(SINGLE_RESULT).orElse(true);
        return new ResponseReader(single).read(method.getGenericReturnType());
    }

    private ResponseBody read(ClassElement type) {
        if (isAny(type, NOTHING)) {
            return new ResponseBody.Nothing(TypeNames.display(type));
        }
        if (type.isArray()) {
            return new ResponseBody.Whole();
        }
        if (isAny(type, STREAMED) || (isReactive(type) && !isSingle(type))) {
            return new ResponseBody.Streamed(TypeNames.display(type));
        }
        if (type.isAssignable(HTTP_RESPONSE)) {
            return responseOf(type);
        }
        if (isReactive(type) || type.isOptional() || type.isAssignable("java.util.concurrent.CompletionStage")) {
            return argument(type).map(this::read).orElseGet(ResponseBody.Whole::new);
        }
        return new ResponseBody.Whole();
    }

    /** An {@code HttpResponse} without a body can be stored. */
    private ResponseBody responseOf(ClassElement type) {
        return argument(type)
                .map(this::read)
                .filter(ResponseBody.Streamed.class::isInstance)
                .orElseGet(ResponseBody.Whole::new);
    }

    private boolean isSingle(ClassElement type) {
        return specifiedSingle
                || isAny(type, SINGLE)
                || argument(type)
                        .filter(element -> element.isAssignable(HTTP_RESPONSE))
                        .isPresent();
    }

    private static boolean isReactive(ClassElement type) {
        return isAny(type, REACTIVE);
    }

    private static Optional<ClassElement> argument(ClassElement type) {
        return type.getFirstTypeArgument();
    }

    private static boolean isAny(ClassElement type, Set<String> names) {
        return names.stream().anyMatch(type::isAssignable);
    }
}

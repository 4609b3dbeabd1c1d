package io.httpcached.processor.reading;

import io.httpcached.annotation.TypedHttpCache;
import io.httpcached.processor.model.TypedCache;
import io.httpcached.processor.model.TypedCacheRequest;
import io.micronaut.inject.ast.ClassElement;
import io.micronaut.inject.visitor.VisitorContext;

/** Reads whether the typed cache of a controller is generated. */
final class TypedCacheReader {

    private TypedCacheReader() {}

    static TypedCacheRequest read(ClassElement type, VisitorContext context) {
        if (!type.hasDeclaredStereotype(TypedHttpCache.class)) {
            return TypedCacheRequest.NONE;
        }
        String name = TypedCache.nameFor(TypeNames.className(type)).canonicalName();
        return context.getClassElement(name)
                        .filter(existing -> !isGenerated(existing))
                        .isPresent()
                ? TypedCacheRequest.NAME_TAKEN
                : TypedCacheRequest.WANTED;
    }

    /** An earlier round, or an earlier compilation into the same directory, may have generated the class. */
    private static boolean isGenerated(ClassElement existing) {
        return existing.isAssignable(TypedCache.SUPERCLASS.canonicalName());
    }
}

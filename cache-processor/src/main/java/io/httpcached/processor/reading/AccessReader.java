package io.httpcached.processor.reading;

import io.httpcached.processor.model.RouteAccess;
import io.httpcached.processor.model.RouteAccess.Open;
import io.httpcached.processor.model.RouteAccess.Restricted;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.inject.ast.ClassElement;
import io.micronaut.inject.ast.MethodElement;
import java.util.List;
import java.util.Optional;

/**
 * Reads the security annotations of a route: those of the method override those of the controller, as in
 * {@code SecuredAnnotationRule} of Micronaut Security.
 *
 * <p>The annotation mappers of Micronaut Security, if they are on the processor path, turn Jakarta's annotations into
 * {@code @Secured}. Jakarta's names are checked first, so that messages name the annotation of the source.
 */
final class AccessReader {

    private static final String PERMIT_ALL = "jakarta.annotation.security.PermitAll";
    private static final List<String> RESTRICTING =
            List.of("jakarta.annotation.security.RolesAllowed", "jakarta.annotation.security.DenyAll");
    private static final String SECURED = "io.micronaut.security.annotation.Secured";

    /** {@code SecurityRule.IS_ANONYMOUS}, a role that authenticated users also have. */
    private static final String IS_ANONYMOUS = "isAnonymous()";

    private static final String DENY_ALL = "denyAll()";

    private AccessReader() {}

    static RouteAccess read(ClassElement controller, MethodElement method) {
        return annotated(method.getMethodAnnotationMetadata())
                .or(() -> annotated(controller))
                .orElseGet(RouteAccess.Unspecified::new);
    }

    private static Optional<RouteAccess> annotated(AnnotationMetadata metadata) {
        Optional<RouteAccess> restricted = RESTRICTING.stream()
                .filter(metadata::hasStereotype)
                .<RouteAccess>map(annotation -> new Restricted(display(annotation)))
                .findFirst();
        if (restricted.isPresent()) {
            return restricted;
        }
        if (metadata.hasStereotype(PERMIT_ALL)) {
            return Optional.of(new Open(display(PERMIT_ALL)));
        }
        return metadata.hasStereotype(SECURED) ? Optional.of(secured(metadata)) : Optional.empty();
    }

    /** An expression is evaluated at run time and counts as a restriction. */
    private static RouteAccess secured(AnnotationMetadata metadata) {
        List<String> roles = List.of(metadata.stringValues(SECURED));
        return roles.contains(IS_ANONYMOUS) && !roles.contains(DENY_ALL)
                ? new Open(display(SECURED))
                : new Restricted(display(SECURED));
    }

    private static String display(String annotation) {
        return "@" + TypeNames.simple(annotation);
    }
}

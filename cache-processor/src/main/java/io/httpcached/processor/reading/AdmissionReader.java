package io.httpcached.processor.reading;

import io.httpcached.processor.model.Admission;
import io.httpcached.processor.model.Admission.Everybody;
import io.httpcached.processor.model.Admission.Some;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.inject.ast.ClassElement;
import io.micronaut.inject.ast.MethodElement;
import java.util.List;
import java.util.Optional;

/**
 * Reads who is admitted to a route: what the method says goes before what its controller says, as in
 * {@code SecuredAnnotationRule} of Micronaut Security.
 *
 * <p>The annotations of Jakarta become {@code @Secured} where the annotation mappers of Micronaut Security are on the
 * processor path. Their names are looked for first: a message is to speak of what the source has.
 */
final class AdmissionReader {

    private static final String PERMIT_ALL = "jakarta.annotation.security.PermitAll";
    private static final List<String> RESTRICTING =
            List.of("jakarta.annotation.security.RolesAllowed", "jakarta.annotation.security.DenyAll");
    private static final String SECURED = "io.micronaut.security.annotation.Secured";

    /** {@code SecurityRule.IS_ANONYMOUS}, a role that those who are known have, too. */
    private static final String IS_ANONYMOUS = "isAnonymous()";

    private static final String DENY_ALL = "denyAll()";

    private AdmissionReader() {}

    static Admission read(ClassElement controller, MethodElement method) {
        return said(method.getMethodAnnotationMetadata())
                .or(() -> said(controller))
                .orElseGet(Admission.Unsaid::new);
    }

    private static Optional<Admission> said(AnnotationMetadata metadata) {
        Optional<Admission> restricted = RESTRICTING.stream()
                .filter(metadata::hasStereotype)
                .<Admission>map(annotation -> new Some(display(annotation)))
                .findFirst();
        if (restricted.isPresent()) {
            return restricted;
        }
        if (metadata.hasStereotype(PERMIT_ALL)) {
            return Optional.of(new Everybody(display(PERMIT_ALL)));
        }
        return metadata.hasStereotype(SECURED) ? Optional.of(secured(metadata)) : Optional.empty();
    }

    /** An expression, which is judged at run time, is taken for a restriction. */
    private static Admission secured(AnnotationMetadata metadata) {
        List<String> roles = List.of(metadata.stringValues(SECURED));
        return roles.contains(IS_ANONYMOUS) && !roles.contains(DENY_ALL)
                ? new Everybody(display(SECURED))
                : new Some(display(SECURED));
    }

    private static String display(String annotation) {
        return "@" + TypeNames.simple(annotation);
    }
}

package io.httpcached.processor.reading;

import io.httpcached.processor.model.Binding;
import io.httpcached.processor.model.Binding.Dependency;
import io.httpcached.processor.model.Binding.Opaque;
import io.micronaut.inject.ast.ClassElement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The bindings of Micronaut's binders for types, which apply to parameters without an annotation. */
final class TypedBindings {

    private static final String PRINCIPAL = "java.security.Principal";

    private static final Map<String, Binding> EXACT = Map.of(
            "kotlin.coroutines.Continuation", new Binding.NoInput(),
            "io.httpcached.CacheTags", new Binding.Tags(),
            "java.util.Locale", new Binding.Language(),
            "io.micronaut.http.HttpParameters", new Binding.WholeQuery(List.of(), List.of()),
            // The names of its parameters are configurable.
            "io.micronaut.data.model.Pageable", new Binding.WholeQuery(List.of(), List.of()),
            "io.micronaut.http.HttpHeaders", new Opaque("HttpHeaders", Dependency.HEADER),
            "io.micronaut.http.cookie.Cookies", new Opaque("Cookies", Dependency.COOKIES),
            "io.micronaut.http.BasicAuth", new Opaque("BasicAuth", Dependency.CREDENTIALS));

    /** The types that are bound to files of the body, or to state that the server keeps for a client. */
    private static final Set<String> OF_BODY_OR_SESSION = Set.of(
            "io.micronaut.session.Session",
            "io.micronaut.http.multipart.FileUpload",
            "io.micronaut.http.server.multipart.MultipartBody");

    /** The types that are bound to the body. */
    private static final Set<String> OF_BODY = Set.of(
            "java.io.InputStream",
            "java.util.concurrent.CompletionStage",
            "java.util.concurrent.Future",
            "org.reactivestreams.Publisher");

    private TypedBindings() {}

    /**
     * {@return the binding of a type; empty if Micronaut has no binder for it}
     *
     * @param type the type of the parameter
     * @param value the parameter as a named value
     */
    static Optional<Binding> find(ClassElement type, NamedValue value) {
        if (type.isArray()) {
            return Optional.empty();
        }
        if (type.getName().equals(MicronautNames.COOKIE)) {
            return Optional.of(value.cookie());
        }
        if (EXACT.containsKey(type.getName())) {
            return Optional.of(EXACT.get(type.getName()));
        }
        if (type.isAssignable(MicronautNames.HTTP_REQUEST)) {
            return Optional.of(new Opaque(TypeNames.display(type), Dependency.REQUEST));
        }
        return wrapped(type.getOptionalValueType().orElse(type));
    }

    private static Optional<Binding> wrapped(ClassElement type) {
        if (type.isAssignable(PRINCIPAL)) {
            return Optional.of(new Binding.User());
        }
        if (OF_BODY_OR_SESSION.stream().anyMatch(type::isAssignable)) {
            return Optional.of(new Opaque(TypeNames.display(type), Dependency.BODY_OR_SESSION));
        }
        return OF_BODY.stream().anyMatch(type::isAssignable)
                ? Optional.of(new Opaque(TypeNames.display(type), Dependency.BODY))
                : Optional.empty();
    }
}

package io.httpcached.processor;

import com.palantir.javapoet.ClassName;
import io.httpcached.annotation.HttpCacheInvalidate;
import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.NoHttpCache;
import io.httpcached.annotation.TypedHttpCache;
import io.httpcached.processor.model.ControllerModel;
import io.httpcached.processor.reading.ModelReader;
import io.httpcached.processor.reading.Options;
import io.httpcached.processor.reading.Suppressions;
import io.httpcached.processor.validation.Problem;
import io.httpcached.processor.validation.ProblemReporter;
import io.httpcached.processor.validation.Rules;
import io.httpcached.processor.validation.SuppressionRule;
import io.httpcached.processor.writing.InterceptorWriter;
import io.httpcached.processor.writing.TypedCacheWriter;
import io.micronaut.inject.ast.ClassElement;
import io.micronaut.inject.visitor.TypeElementQuery;
import io.micronaut.inject.visitor.TypeElementVisitor;
import io.micronaut.inject.visitor.VisitorContext;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads, validates and writes the interceptor of each controller, and its typed cache if it asks for one. Isolating: these classes
 * depend only on the controller and its supertypes.
 *
 * <p>It visits every class, because it reports misplaced annotations on any class.
 */
public final class HttpCachedVisitor implements TypeElementVisitor<Object, Object> {

    private final ModelReader reader = new ModelReader();
    private final ProblemReporter reporter = new ProblemReporter();
    /**
     * The controllers whose classes are written. The compiler visits a controller again in the next round if any visitor finds that
     * it refers to a class that does not exist yet; a file cannot be written twice.
     */
    private final Set<ClassName> interceptors = new HashSet<>();

    private final Set<ClassName> typedCaches = new HashSet<>();

    @Override
    public VisitorKind getVisitorKind() {
        return VisitorKind.ISOLATING;
    }

    @Override
    public TypeElementQuery query() {
        return TypeElementQuery.onlyClass();
    }

    @Override
    public Set<String> getSupportedAnnotationNames() {
        return Set.of(
                HttpCached.class.getName(),
                HttpCacheInvalidate.class.getName(),
                NoHttpCache.class.getName(),
                TypedHttpCache.class.getName());
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Options.names();
    }

    @Override
    public void visitClass(ClassElement type, VisitorContext context) {
        Suppressions suppressions = new Suppressions(context);
        reporter.add(SuppressionRule.check(type, suppressions), type, suppressions);
        reader.read(type, context).ifPresent(controller -> process(controller, suppressions, context));
    }

    private void process(ControllerModel controller, Suppressions suppressions, VisitorContext context) {
        List<Problem> problems = Rules.check(controller);
        reporter.add(problems, controller.origin(), suppressions);
        if (controller.hasRoutes() && problems.stream().noneMatch(Problem::isError)) {
            write(controller, context);
        }
    }

    /** The typed cache is first: if the controller refers to it, the compiler accepts the interceptor in the next round only. */
    private void write(ControllerModel controller, VisitorContext context) {
        if (controller.hasTypedCache() && typedCaches.add(controller.type())) {
            TypedCacheWriter.write(controller, context);
        }
        if (!interceptors.contains(controller.type())) {
            InterceptorWriter.write(controller, context);
            interceptors.add(controller.type());
        }
    }

    @Override
    public void finish(VisitorContext context) {
        reporter.report(context);
    }
}

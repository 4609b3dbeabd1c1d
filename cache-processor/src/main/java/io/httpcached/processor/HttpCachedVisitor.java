package io.httpcached.processor;

import io.httpcached.annotation.HttpCacheInvalidate;
import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.NoHttpCache;
import io.httpcached.processor.model.CachedController;
import io.httpcached.processor.reading.ModelReader;
import io.httpcached.processor.reading.Options;
import io.httpcached.processor.reading.Suppressions;
import io.httpcached.processor.validation.Finding;
import io.httpcached.processor.validation.Rules;
import io.httpcached.processor.validation.SuppressionRule;
import io.httpcached.processor.validation.ValidationReport;
import io.httpcached.processor.writing.ControllerWriter;
import io.micronaut.inject.ast.ClassElement;
import io.micronaut.inject.visitor.TypeElementQuery;
import io.micronaut.inject.visitor.TypeElementVisitor;
import io.micronaut.inject.visitor.VisitorContext;
import java.util.List;
import java.util.Set;

/**
 * Writes the cached and the invalidating routes of each controller that the compiler comes by: read, validate, write.
 * Isolating: what it writes for a controller depends on that controller and what it inherits from.
 *
 * <p>It visits every class, since an annotation that has no effect is to be found wherever it stands.
 */
public final class HttpCachedVisitor implements TypeElementVisitor<Object, Object> {

    private final ModelReader reader = new ModelReader();
    private final ValidationReport report = new ValidationReport();

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
        return Set.of(HttpCached.class.getName(), HttpCacheInvalidate.class.getName(), NoHttpCache.class.getName());
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Options.names();
    }

    @Override
    public void visitClass(ClassElement type, VisitorContext context) {
        Suppressions suppressions = new Suppressions(context);
        report.add(SuppressionRule.check(type, suppressions), type, suppressions);
        reader.read(type, context).ifPresent(controller -> process(controller, suppressions, context));
    }

    private void process(CachedController controller, Suppressions suppressions, VisitorContext context) {
        List<Finding> findings = Rules.check(controller);
        report.add(findings, controller.origin(), suppressions);
        if (controller.hasRoutes() && findings.stream().noneMatch(Finding::isError)) {
            ControllerWriter.write(controller, context);
        }
    }

    @Override
    public void finish(VisitorContext context) {
        report.show(context);
    }
}

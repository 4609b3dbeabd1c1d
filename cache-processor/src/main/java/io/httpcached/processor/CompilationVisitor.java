package io.httpcached.processor;

import io.httpcached.annotation.HttpCacheInvalidate;
import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.NoHttpCache;
import io.httpcached.processor.model.ControllerModel;
import io.httpcached.processor.reading.ModelReader;
import io.httpcached.processor.reading.Options;
import io.httpcached.processor.reading.Suppressions;
import io.httpcached.processor.report.BuildReport;
import io.httpcached.processor.report.ReportWriter;
import io.httpcached.processor.validation.KnownTags;
import io.httpcached.processor.validation.Problem;
import io.httpcached.processor.validation.ProblemReporter;
import io.httpcached.processor.validation.Rules;
import io.micronaut.inject.ast.ClassElement;
import io.micronaut.inject.ast.Element;
import io.micronaut.inject.visitor.TypeElementQuery;
import io.micronaut.inject.visitor.TypeElementVisitor;
import io.micronaut.inject.visitor.VisitorContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Checks that invalidated tags exist, and writes the build report. Aggregating: it needs all controllers of a compilation, and
 * a change of one may affect the result for another. {@link HttpCachedVisitor} writes the interceptors.
 *
 * <p>It waits for the last round, because other processors may generate controllers. At that time the compiler no longer
 * knows the source positions of elements from earlier rounds, so controllers with problems are read again.
 */
public final class CompilationVisitor implements TypeElementVisitor<Object, Object> {

    /** An unsafe route invalidates its own path even in a controller without annotations of the cache. */
    private static final String CONTROLLER = "io.micronaut.http.annotation.Controller";

    private final ModelReader reader = new ModelReader();
    private final Map<String, ControllerModel> controllers = new LinkedHashMap<>();
    private boolean classesInThisRound;
    private boolean finished;

    @Override
    public VisitorKind getVisitorKind() {
        return VisitorKind.AGGREGATING;
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
                CONTROLLER);
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Options.names();
    }

    @Override
    public void visitClass(ClassElement type, VisitorContext context) {
        classesInThisRound = true;
        reader.read(type, context).ifPresent(controller -> {
            controllers.put(type.getCanonicalName(), controller);
            finished = false;
        });
    }

    @Override
    public void finish(VisitorContext context) {
        if (!finished && isComplete(context)) {
            finished = true;
            checkTags(context);
            writeReport(context);
        }
        classesInThisRound = false;
    }

    /** The last round of javac has no classes of the application; other compilers have one round. */
    private boolean isComplete(VisitorContext context) {
        return !classesInThisRound || context.getLanguage() != VisitorContext.Language.JAVA;
    }

    private void checkTags(VisitorContext context) {
        Suppressions suppressions = new Suppressions(context);
        KnownTags tags = KnownTags.of(controllers.values());
        ProblemReporter reporter = new ProblemReporter();
        controllers.entrySet().stream()
                .filter(entry -> !tags.check(entry.getValue()).isEmpty())
                .flatMap(entry -> readAgain(entry.getKey(), context))
                .filter(controller -> Rules.check(controller).stream().noneMatch(Problem::isError))
                .forEach(controller -> reporter.add(tags.check(controller), controller.origin(), suppressions));
        reporter.report(context);
    }

    /** A build with errors writes no report, because a route with errors has no key. */
    private void writeReport(VisitorContext context) {
        List<ControllerModel> valid = controllers.values().stream()
                .filter(controller -> Rules.check(controller).stream().noneMatch(Problem::isError))
                .toList();
        if (valid.size() == controllers.size()) {
            Element[] origins = valid.stream().map(ControllerModel::origin).toArray(Element[]::new);
            ReportWriter.write(BuildReport.of(valid), context, origins);
        }
    }

    private Stream<ControllerModel> readAgain(String name, VisitorContext context) {
        return context.getClassElement(name).stream().flatMap(type -> reader.read(type, context).stream());
    }
}

package io.httpcached.benchmark.report;

import io.httpcached.benchmark.Presence;
import io.httpcached.benchmark.report.Subject.Compiling;
import io.httpcached.benchmark.report.Subject.Hit;
import io.httpcached.benchmark.report.Subject.Miss;
import io.httpcached.benchmark.report.Subject.NumberedConstant;
import io.httpcached.benchmark.report.Subject.Route;
import io.httpcached.benchmark.report.Subject.Unannotated;
import io.httpcached.benchmark.server.Body;
import io.httpcached.benchmark.server.Kind;
import io.httpcached.benchmark.server.Missed;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;

/** Writes all measurements as a Markdown table. */
public final class Table {

    private static final String HEADER =
            """
            | measured | body | time | lowest – highest | on the clock | × | reference | heap bytes |
            |---|---|--:|--:|--:|--:|---|--:|
            """;

    private final Measurements measurements;
    private final List<String> rows = new ArrayList<>();

    private Table(Measurements measurements) {
        this.measurements = measurements;
    }

    /** Returns the table of all measurements. */
    public static String of(Measurements measurements) {
        Table table = new Table(measurements);
        for (Body body : Body.values()) {
            table.addRoutes(body);
        }
        for (Body body : Body.values()) {
            table.addMisses(body);
        }
        table.addEntries();
        table.addUnannotated();
        table.addCompilations();
        return HEADER + String.join("\n", table.rows);
    }

    private void addRoutes(Body body) {
        Route constant = new Route(Kind.CONSTANT, body);
        for (Kind kind : Kind.values()) {
            add(kind.label(), body.label(), new Route(kind, body), constant, "constant bytes");
        }
    }

    private void addMisses(Body body) {
        Miss uncached = new Miss(Missed.UNCACHED, body);
        for (Missed route : Missed.values()) {
            add(route.label(), body.label(), new Miss(route, body), uncached, "uncached, `/{id}`");
        }
    }

    private void addEntries() {
        String body = Body.SMALL.label();
        Subject constant = new NumberedConstant();
        add("constant bytes, `/{id}`", body, constant, constant, "itself");
        add("@HttpCached, hit, `/{id}`, 1,000 entries", body, new Hit(1_000), constant, "constant, `/{id}`");
        add("@HttpCached, hit, `/{id}`, 1,000,000 entries", body, new Hit(1_000_000), new Hit(1_000), "1,000 entries");
    }

    private void addUnannotated() {
        String body = Body.SMALL.label();
        Subject absent = new Unannotated(Presence.ABSENT);
        add("not annotated, module absent", body, absent, absent, "itself");
        add("not annotated, module present", body, new Unannotated(Presence.PRESENT), absent, "absent");
    }

    private void addCompilations() {
        for (Compiling present : measurements.compilations()) {
            Subject absent = present.without();
            add(
                    "500 routes in %d controllers, %s compilation, without the processor"
                            .formatted(present.controllers(), present.first() ? "first" : "later"),
                    "",
                    absent,
                    absent,
                    "itself");
            add("the same with the processor", "", present, absent, "without");
        }
    }

    private void add(String what, String body, Subject subject, Subject reference, String referenceName) {
        if (!measurements.contains(subject)) {
            return;
        }
        String unit = subject instanceof Compiling ? "s" : "µs";
        DoubleSummaryStatistics times = measurements.times(subject);
        rows.add(String.format(
                Locale.ROOT,
                "| %s | %s | %.2f %s | %.2f – %.2f | %.2f | %.2f | %s | %s |",
                what,
                body,
                measurements.time(subject),
                unit,
                times.getMin(),
                times.getMax(),
                measurements.elapsed(subject),
                measurements.ratio(subject, reference),
                referenceName,
                subject instanceof Compiling ? "" : String.format(Locale.ROOT, "%,.0f", measurements.bytes(subject))));
    }
}

package io.httpcached.benchmark.report;

import io.httpcached.benchmark.Presence;
import io.httpcached.benchmark.report.Subject.Compiling;
import io.httpcached.benchmark.report.Subject.Hit;
import io.httpcached.benchmark.report.Subject.Route;
import io.httpcached.benchmark.report.Subject.Unannotated;
import io.httpcached.benchmark.server.Body;
import io.httpcached.benchmark.server.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Compares the measurements with the performance aims of the module. */
public final class Aims {

    private static final double HIT_OVER_CONSTANT = 1.05;
    private static final double HIT_BYTES_OVER_CONSTANT = 1024;
    private static final double CACHEABLE_OVER_HIT_MEDIUM = 1.4;
    private static final double CACHEABLE_OVER_HIT_LARGE = 20;
    private static final double UNCHANGED = 1.05;
    private static final double COMPILE_SECONDS = 3;

    private final Measurements measurements;
    private final List<String> lines = new ArrayList<>();

    private Aims(Measurements measurements) {
        this.measurements = measurements;
    }

    /** Returns the report with one line for each aim. */
    public static String of(Measurements measurements) {
        Aims aims = new Aims(measurements);
        for (Body body : Body.values()) {
            aims.addHit(body);
        }
        aims.addCacheable(Body.MEDIUM, CACHEABLE_OVER_HIT_MEDIUM);
        aims.addCacheable(Body.LARGE, CACHEABLE_OVER_HIT_LARGE);
        aims.atMost(
                "a hit among 1,000,000 entries, × one among 1,000",
                UNCHANGED,
                measurements.ratio(new Hit(1_000_000), new Hit(1_000)));
        aims.atMost(
                "a route that is not annotated with the module, × without",
                UNCHANGED,
                measurements.ratio(new Unannotated(Presence.PRESENT), new Unannotated(Presence.ABSENT)));
        for (int controllers : Compiling.CONTROLLERS) {
            for (boolean first : Compiling.FIRST_OR_LATER) {
                aims.addCompilation(controllers, first);
            }
        }
        return String.join("\n", aims.lines);
    }

    private void addHit(Body body) {
        Route constant = new Route(Kind.CONSTANT, body);
        Route hit = new Route(Kind.HIT, body);
        atMost("hit, " + body.label() + ", × constant", HIT_OVER_CONSTANT, measurements.ratio(hit, constant));
        atMost(
                "hit, " + body.label() + ", bytes above constant",
                HIT_BYTES_OVER_CONSTANT,
                measurements.bytes(hit) - measurements.bytes(constant));
        atMost("304, " + body.label() + ", × hit", 1, measurements.ratio(new Route(Kind.NOT_MODIFIED, body), hit));
    }

    private void addCacheable(Body body, double factor) {
        atLeast(
                "@Cacheable, " + body.label() + ", × hit",
                factor,
                measurements.ratio(new Route(Kind.CACHEABLE, body), new Route(Kind.HIT, body)));
    }

    private void addCompilation(int controllers, boolean first) {
        atMost(
                "500 routes in %d controllers, %s compilation, seconds added"
                        .formatted(controllers, first ? "first" : "later"),
                COMPILE_SECONDS,
                measurements.difference(
                        new Compiling(Presence.PRESENT, controllers, first),
                        new Compiling(Presence.ABSENT, controllers, first)));
    }

    private void atMost(String what, double limit, double measured) {
        add(what, "at most", limit, measured, measured <= limit);
    }

    private void atLeast(String what, double limit, double measured) {
        add(what, "at least", limit, measured, measured >= limit);
    }

    private void add(String what, String relation, double limit, double measured, boolean met) {
        lines.add(String.format(
                Locale.ROOT,
                "- %s: %s: %s %.2f, measured %.2f",
                met ? "met" : "MISSED",
                what,
                relation,
                limit,
                measured));
    }
}

package io.httpcached.benchmark.report;

import io.httpcached.benchmark.Presence;
import io.httpcached.benchmark.report.Subject.Compiling;
import io.httpcached.benchmark.report.Subject.Hit;
import io.httpcached.benchmark.report.Subject.Miss;
import io.httpcached.benchmark.report.Subject.Route;
import io.httpcached.benchmark.report.Subject.Unannotated;
import io.httpcached.benchmark.server.Body;
import io.httpcached.benchmark.server.Kind;
import io.httpcached.benchmark.server.Missed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Compares the measurements with the performance aims of the module. */
public final class Aims {

    private static final double HIT_OVER_CONSTANT = 1;
    private static final double HIT_BYTES_OVER_CONSTANT = 256;
    private static final double NOT_MODIFIED_OVER_HIT = 0.95;
    private static final double STORED_OVER_UNCACHED = 1.2;
    private static final double STORED_BYTES_OVER_UNCACHED = 1.5;
    private static final double NOT_STORED_OVER_UNCACHED = 1.1;
    private static final double MANY_OVER_FEW_ENTRIES = 1.15;
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
            if (measurements.contains(new Route(Kind.HIT, body))) {
                aims.addHit(body);
                aims.addMiss(body);
            }
        }
        aims.addCacheable(Body.MEDIUM, CACHEABLE_OVER_HIT_MEDIUM);
        if (measurements.contains(new Route(Kind.HIT, Body.LARGE))) {
            aims.addCacheable(Body.LARGE, CACHEABLE_OVER_HIT_LARGE);
        }
        aims.atMostRatio(
                "a hit among 1,000,000 entries, × one among 1,000",
                MANY_OVER_FEW_ENTRIES,
                new Hit(1_000_000),
                new Hit(1_000));
        aims.atMostRatio(
                "a route that is not annotated with the module, × without",
                UNCHANGED,
                new Unannotated(Presence.PRESENT),
                new Unannotated(Presence.ABSENT));
        measurements.compilations().forEach(aims::addCompilation);
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
        atMost(
                "304, " + body.label() + ", × hit",
                NOT_MODIFIED_OVER_HIT,
                measurements.ratio(new Route(Kind.NOT_MODIFIED, body), hit));
    }

    private void addMiss(Body body) {
        Miss uncached = new Miss(Missed.UNCACHED, body);
        Miss stored = new Miss(Missed.STORED, body);
        atMost(
                "miss, stored, " + body.label() + ", × uncached",
                STORED_OVER_UNCACHED,
                measurements.ratio(stored, uncached));
        atMost(
                "miss, stored, " + body.label() + ", bytes × uncached",
                STORED_BYTES_OVER_UNCACHED,
                measurements.bytes(stored) / measurements.bytes(uncached));
        atMost(
                "miss, not stored, " + body.label() + ", × uncached",
                NOT_STORED_OVER_UNCACHED,
                measurements.ratio(new Miss(Missed.UNSTORED, body), uncached));
    }

    private void addCacheable(Body body, double factor) {
        atLeast(
                "@Cacheable, " + body.label() + ", × hit",
                factor,
                measurements.ratio(new Route(Kind.CACHEABLE, body), new Route(Kind.HIT, body)));
    }

    private void addCompilation(Compiling compilation) {
        atMost(
                "500 routes in %d controllers, %s compilation, seconds added"
                        .formatted(compilation.controllers(), compilation.first() ? "first" : "later"),
                COMPILE_SECONDS,
                measurements.difference(compilation, compilation.without()));
    }

    private void atMostRatio(String what, double limit, Subject subject, Subject reference) {
        if (measurements.contains(subject)) {
            atMost(what, limit, measurements.ratio(subject, reference));
        }
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

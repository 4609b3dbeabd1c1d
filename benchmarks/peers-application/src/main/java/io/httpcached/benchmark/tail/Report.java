package io.httpcached.benchmark.tail;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The tables of {@code docs/performance.md} in Markdown. */
final class Report {

    private static final double LIMIT = 2;

    private final List<RoundResult> mixed;
    private final List<RoundResult> constant;
    private final RoundResult all = new RoundResult();

    /**
     * Creates a report.
     *
     * @param mixed the rounds of the mixed load
     * @param constant the rounds of constant bytes, one for each of the others
     */
    Report(List<RoundResult> mixed, List<RoundResult> constant) {
        this.mixed = mixed;
        this.constant = constant;
        mixed.forEach(all::addAll);
        constant.forEach(all::addAll);
    }

    String markdown(GcLog cachedGc, GcLog plainGc) {
        return times() + "\n" + collections(cachedGc, plainGc) + "\n" + aims(cachedGc);
    }

    private String times() {
        int requests = all.times(Kind.HIT).count()
                + all.times(Kind.MISS).count()
                + all.times(Kind.WRITE).count();
        StringBuilder table = new StringBuilder(
                """
                | request | requests | share | p50 | p99 | p99.9 | p99.9 of a round: median (lowest – highest) | longest |
                |---|--:|--:|--:|--:|--:|--:|--:|
                """);
        for (Kind kind : Kind.values()) {
            boolean isConstant = kind == Kind.CONSTANT;
            Latencies times = all.times(kind);
            table.append(row(
                    kind.label(),
                    isConstant ? "" : format("%.1f %%", 100.0 * times.count() / requests),
                    times,
                    isConstant ? constant : mixed,
                    round -> round.times(kind)));
        }
        table.append(row("delay of the load generator, mixed", "", delays(mixed), mixed, RoundResult::delays));
        table.append(row("delay of the load generator, constant", "", delays(constant), constant, RoundResult::delays));
        return table.toString();
    }

    private static Latencies delays(List<RoundResult> rounds) {
        Latencies sum = new Latencies();
        rounds.forEach(round -> sum.addAll(round.delays()));
        return sum;
    }

    private static String row(
            String label,
            String share,
            Latencies times,
            List<RoundResult> rounds,
            Function<RoundResult, Latencies> part) {
        double[] tails = rounds.stream()
                .mapToDouble(round -> part.apply(round).percentile(0.999))
                .sorted()
                .toArray();
        return format(
                "| %s | %,d | %s | %.2f ms | %.2f ms | %.2f ms | %.2f ms (%.2f – %.2f) | %.1f ms |\n",
                label,
                times.count(),
                share,
                times.percentile(0.5),
                times.percentile(0.99),
                times.percentile(0.999),
                median(tails),
                tails[0],
                tails[tails.length - 1],
                times.percentile(1));
    }

    private static String collections(GcLog cached, GcLog plain) {
        return """
                | application | full collections | pauses of the collector | sum | longest |
                |---|--:|--:|--:|--:|
                """
                + row("@HttpCached, mixed load", cached)
                + row("no cache, constant bytes", plain);
    }

    private static String row(String label, GcLog log) {
        return format(
                "| %s | %d | %,d | %.0f ms | %.1f ms |\n", label, log.full(), log.count(), log.total(), log.longest());
    }

    private String aims(GcLog cachedGc) {
        double[] ratios = IntStream.range(0, mixed.size())
                .mapToDouble(i -> tail(mixed.get(i), Kind.HIT) / tail(constant.get(i), Kind.CONSTANT))
                .sorted()
                .toArray();
        return format(
                """
                | aim | measured |
                |---|---|
                | p99.9 of hits at most %.0f × that of constant bytes | %.2f × over all requests; %.2f × in the median round (%.2f – %.2f) |
                | No full collections | %d |
                """,
                LIMIT,
                tail(all, Kind.HIT) / tail(all, Kind.CONSTANT),
                median(ratios),
                ratios[0],
                ratios[ratios.length - 1],
                cachedGc.full());
    }

    private static double tail(RoundResult result, Kind kind) {
        return result.times(kind).percentile(0.999);
    }

    private static double median(double[] sorted) {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1
                ? sorted[half]
                : Arrays.stream(sorted, half - 1, half + 1).sum() / 2;
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}

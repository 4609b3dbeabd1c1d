package io.httpcached.benchmark.tail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Measures the response times of two running applications in alternating rounds, and prints tables. */
public final class LoadGenerator {

    private static final int URLS = 100_000;

    /** With this exponent and the store of {@code benchmarks/tail}, some 80 % of the requests are hits. */
    private static final double ZIPF_EXPONENT = 1.1;

    private static final int CONNECTIONS = 16;
    private static final int REQUESTS_PER_SECOND = 3_000;
    private static final int WARM_UP_REQUESTS = 400_000;

    private enum Effort {
        FULL(20, 30, 30),
        QUICK(4, 15, 10);

        private final int rounds;
        private final int seconds;
        private final int warmUpSeconds;

        /** Sets the number of rounds, and the seconds of each load in a round and to warm up. */
        Effort(int rounds, int seconds, int warmUpSeconds) {
            this.rounds = rounds;
            this.seconds = seconds;
            this.warmUpSeconds = warmUpSeconds;
        }
    }

    private LoadGenerator() {}

    /**
     * Runs the measurement.
     *
     * @param args the effort {@code full} or {@code quick}; the port and the file of the log of collections of the cached
     *     application, then of the application without a cache; and the file for the tables
     * @throws IOException if an application does not respond as expected
     */
    public static void main(String[] args) throws IOException {
        Effort effort = Effort.valueOf(args[0].toUpperCase(Locale.ROOT));
        Path cachedLog = Path.of(args[2]);
        Path plainLog = Path.of(args[4]);
        ZipfDistribution urls = new ZipfDistribution(URLS, ZIPF_EXPONENT);
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        try (Load mixed = new Load(Integer.parseInt(args[1]), true, CONNECTIONS, urls, threads);
                Load constant = new Load(Integer.parseInt(args[3]), false, CONNECTIONS, urls, threads)) {
            mixed.requireInvalidation();
            warmUp(effort, mixed);
            warmUp(effort, constant);
            int cachedLines = GcLog.lines(cachedLog);
            int plainLines = GcLog.lines(plainLog);
            Report report = measure(effort, List.of(mixed, constant));
            String text = report.markdown(GcLog.read(cachedLog, cachedLines), GcLog.read(plainLog, plainLines));
            Files.writeString(Path.of(args[5]), text);
            System.out.println(text);
        } finally {
            threads.shutdownNow();
        }
    }

    private static void warmUp(Effort effort, Load load) throws IOException {
        load.warmUp(WARM_UP_REQUESTS);
        load.run(effort.warmUpSeconds, REQUESTS_PER_SECOND);
    }

    private static Report measure(Effort effort, List<Load> loads) throws IOException {
        List<List<RoundResult>> results = List.of(new ArrayList<>(), new ArrayList<>());
        for (int round = 0; round < effort.rounds; round++) {
            System.err.printf("Round %d of %d%n", round + 1, effort.rounds);
            for (int i = 0; i < loads.size(); i++) {
                // The order alternates, so that neither application always follows the other one.
                int index = round % 2 == 0 ? i : loads.size() - 1 - i;
                results.get(index).add(loads.get(index).run(effort.seconds, REQUESTS_PER_SECOND));
            }
        }
        return new Report(results.get(0), results.get(1));
    }
}

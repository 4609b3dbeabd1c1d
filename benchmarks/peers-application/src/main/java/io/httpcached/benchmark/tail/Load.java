package io.httpcached.benchmark.tail;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** The clients of one application. Each runs in a thread of its own. */
final class Load implements AutoCloseable {

    private static final long SEED = 20_240_501;

    /** A server that falls behind by more than this cannot process the offered load. */
    private static final long MAXIMUM_OVERRUN = TimeUnit.SECONDS.toNanos(5);

    private final List<Client> clients = new ArrayList<>();
    private final ExecutorService threads;

    /** Connects to an application. The executor must have a thread for each connection. */
    Load(int port, boolean mixed, int connections, ZipfDistribution urls, ExecutorService threads) throws IOException {
        this.threads = threads;
        for (int i = 0; i < connections; i++) {
            clients.add(new Client(port, mixed, urls, SEED + i));
        }
    }

    /** Sends a number of requests as fast as the application responds, which fills the store. */
    void warmUp(int requests) throws IOException {
        List<Callable<Void>> tasks = new ArrayList<>();
        for (Client client : clients) {
            tasks.add(() -> {
                for (int i = 0; i < requests / clients.size(); i++) {
                    client.exchangeNext();
                }
                return null;
            });
        }
        results(tasks);
    }

    /**
     * Checks that the second request is a hit, and that an update invalidates the page of its item and the list. The store must
     * be empty, because a full store may reject an entry.
     */
    void requireInvalidation() throws IOException {
        Client client = clients.get(0);
        int item = Client.LIST + 1;
        require(client, item, Kind.MISS);
        require(client, item, Kind.HIT);
        require(client, Client.LIST, Kind.MISS);
        require(client, Client.LIST, Kind.HIT);
        client.put(item);
        require(client, item, Kind.MISS);
        require(client, Client.LIST, Kind.MISS);
    }

    private static void require(Client client, int rank, Kind expected) throws IOException {
        Kind kind = client.get(rank);
        if (kind != expected) {
            throw new IllegalStateException(
                    "The request for URL %d was a %s, not a %s".formatted(rank, kind.label(), expected.label()));
        }
    }

    /**
     * Sends requests for a number of seconds, of which each client sends an equal part.
     *
     * @param rate the mean number of requests per second
     */
    RoundResult run(int seconds, int rate) throws IOException {
        double meanInterval = 1e9 * clients.size() / rate;
        long start = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(10);
        long end = start + TimeUnit.SECONDS.toNanos(seconds);
        List<Callable<RoundResult>> tasks = new ArrayList<>();
        for (Client client : clients) {
            tasks.add(() -> client.run(start, end, meanInterval));
        }
        RoundResult sum = new RoundResult();
        results(tasks).forEach(sum::addAll);
        if (System.nanoTime() - end > MAXIMUM_OVERRUN) {
            throw new IllegalStateException("The application cannot process %d requests per second".formatted(rate));
        }
        return sum;
    }

    private <T> List<T> results(List<Callable<T>> tasks) throws IOException {
        List<T> results = new ArrayList<>();
        try {
            for (Future<T> future : threads.invokeAll(tasks)) {
                results.add(future.get());
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        return results;
    }

    @Override
    public void close() throws IOException {
        for (Client client : clients) {
            client.close();
        }
    }
}

package io.httpcached.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.httpcached.MutableClock;
import io.httpcached.core.CachePolicy;
import io.httpcached.core.Fields;
import io.httpcached.engine.fields.CacheStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Sends requests through a pipeline as a server does, with a function in place of the handler. */
public final class PipelineDriver {

    private static final CacheStatus CACHE = new CacheStatus("c");

    public final MutableClock clock;

    /** The policy of the route; by default a response is fresh for ten seconds. */
    public CachePolicy policy =
            CachePolicy.builder().ttl(Duration.ofSeconds(10)).build();

    public List<String> tags = List.of("path:/a");
    public boolean headRunsGet;
    public Function<PendingFetch, HandlerResponse> handler = pending -> ok("one");

    /** Draws the jitter; by default nothing is taken away. */
    public LongUnaryOperator random = bound -> 0;

    /** The handler runs of requests, in order. */
    public final List<PendingFetch> runs = new ArrayList<>();

    /** The background runs that are due. */
    public final List<PendingFetch> background = new ArrayList<>();

    private final CachePipeline pipeline;

    public PipelineDriver(EntryStore store, MutableClock clock) {
        this(store, clock, Duration.ofMinutes(1), Compression.NONE, Runnable::run);
    }

    public PipelineDriver(EntryStore store, MutableClock clock, Duration collapseTimeout, Compression compression) {
        this(store, clock, collapseTimeout, compression, Runnable::run);
    }

    public PipelineDriver(
            EntryStore store, MutableClock clock, Duration collapseTimeout, Compression compression, Executor work) {
        this.clock = clock;
        this.pipeline = new CachePipeline(
                store,
                Clocks.shared(clock),
                new PipelineSettings(collapseTimeout, Duration.ofSeconds(100), 3),
                new BodyWork(compression, work),
                new Refreshes(2),
                bound -> random.applyAsLong(bound));
    }

    public static HandlerResponse ok(String body, String... fields) {
        return response(200, body, fields);
    }

    public static HandlerResponse response(int status, @Nullable String body, String... fields) {
        return new HandlerResponse(status, Fields.of(fields), body == null ? null : body.getBytes(UTF_8), null);
    }

    public FakeCall call(String method, String... fields) {
        return new FakeCall(
                method, Fields.of(fields), policy, tags, headRunsGet, false, background::add, new Deadline());
    }

    public CompletableFuture<Step> begin(String... fields) {
        return begin(call("GET", fields));
    }

    public CompletableFuture<Step> begin(CacheCall call) {
        return pipeline.begin(call).toCompletableFuture();
    }

    /** Answers a GET request. */
    public Answer get(String... fields) {
        return complete(begin(fields));
    }

    /** Answers a HEAD request. */
    public Answer head(String... fields) {
        return complete(begin(call("HEAD", fields)));
    }

    /** Takes the next step of a request, and runs the handler if that is the step. */
    public Answer complete(CompletableFuture<Step> begun) {
        Step step = await(begun);
        return step instanceof Step.Respond respond ? respond.answer() : run(((Step.Proceed) step).pending());
    }

    public Answer run(PendingFetch pending) {
        runs.add(pending);
        return finish(pending, handler.apply(pending));
    }

    public Answer finish(PendingFetch pending, HandlerResponse response) {
        return await(finishLater(pending, response));
    }

    public CompletableFuture<Answer> finishLater(PendingFetch pending, HandlerResponse response) {
        return pipeline.finish(pending, response).toCompletableFuture();
    }

    /** Executes the background run that is due. */
    public Answer runBackground() {
        PendingFetch pending = background.remove(0);
        return finish(pending, handler.apply(pending));
    }

    public @Nullable String notStoredReason(PendingFetch pending, HandlerResponse head) {
        return pipeline.notStoredReason(pending, head);
    }

    public Explanation explain(CacheCall call) {
        return await(pipeline.explain(call).toCompletableFuture());
    }

    public void advance(long seconds) {
        clock.advance(Duration.ofSeconds(seconds));
    }

    /** {@return the outcome of an answer, as in {@code Cache-Status}} */
    public static String status(Answer answer) {
        return CACHE.render(answer.outcome());
    }

    /** {@return the body of a stored response and its age} */
    public static String served(Answer answer) {
        Answer.FromStore stored = (Answer.FromStore) answer;
        return body(stored) + " age " + stored.age();
    }

    public static String body(Answer answer) {
        return new String(((Answer.FromStore) answer).response().body(), UTF_8);
    }

    public static PendingFetch pending(CompletableFuture<Step> begun) {
        return ((Step.Proceed) await(begun)).pending();
    }

    private static <T> T await(CompletableFuture<T> future) {
        return future.orTimeout(10, TimeUnit.SECONDS).join();
    }
}

package io.httpcached.suite.backend;

import io.httpcached.annotation.HttpCacheInvalidate;
import io.httpcached.annotation.HttpCached;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** Pages with versions, which are data that all nodes in this JVM share. */
@Controller("/broadcast")
@Requires(property = "scenario", value = BroadcastPages.SCENARIO)
class BroadcastPages {

    static final String SCENARIO = "broadcast";
    static final int PAGES = 64;

    /** The database of the application, which all nodes see. */
    private static final AtomicIntegerArray VERSIONS = new AtomicIntegerArray(PAGES);

    final CountDownLatch slowHasRead = new CountDownLatch(1);
    final CountDownLatch slowMayReturn = new CountDownLatch(1);

    static String current(int page) {
        return text(page, VERSIONS.get(page));
    }

    /** Changes a page without an invalidation. */
    static void changeSecretly(int page) {
        VERSIONS.incrementAndGet(page);
    }

    @Get("/{page}")
    @HttpCached(ttl = "1h", tags = "page:{page}", namespace = "pages")
    String show(int page) {
        return current(page);
    }

    @Get("/lists/{list}")
    @HttpCached(ttl = "1h", staleWhileRevalidate = "1h", tags = "list:{list}")
    String list(int list) {
        return current(list);
    }

    /** Reads the data, and returns it only when a test says so. */
    @Get("/slow/{page}")
    @HttpCached(ttl = "1h", tags = "page:{page}")
    @ExecuteOn(TaskExecutors.BLOCKING)
    String slow(int page) throws InterruptedException {
        String read = current(page);
        slowHasRead.countDown();
        slowMayReturn.await();
        return read;
    }

    @Put("/{page}")
    @HttpCacheInvalidate(tags = "page:{page}")
    String change(int page) {
        return text(page, VERSIONS.incrementAndGet(page));
    }

    private static String text(int page, int version) {
        return "page " + page + " version " + version;
    }
}

package io.httpcached.test;

import io.httpcached.HttpCache;
import io.micronaut.test.context.TestContext;
import io.micronaut.test.context.TestExecutionListener;
import jakarta.inject.Singleton;

/** Makes tests independent of each other: each begins with an empty cache, an empty recording and the real time. */
@Singleton
final class CacheTestListener implements TestExecutionListener {

    private final CacheTestConfiguration settings;
    private final HttpCache cache;
    private final CacheTestClock clock;
    private final CacheRecording recording;

    CacheTestListener(
            CacheTestConfiguration settings, HttpCache cache, CacheTestClock clock, CacheRecording recording) {
        this.settings = settings;
        this.cache = cache;
        this.clock = clock;
        this.recording = recording;
    }

    /** Runs before the {@code @BeforeEach} methods of the test, which may fill the cache. */
    @Override
    public void beforeTestMethod(TestContext test) {
        clock.reset();
        recording.clear();
        if (settings.isClear()) {
            cache.clear().join();
        }
    }
}

package io.httpcached.suite.invalidation;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.httpcached.core.Fields;
import io.httpcached.core.Lifetime;
import io.httpcached.core.StoredResponse;
import io.httpcached.engine.Entry;
import java.time.Duration;

/** Creates responses whose bodies contain the version of the data. */
final class VersionedResponses {

    static final Duration LIFETIME = Duration.ofHours(1);

    private static final Lifetime FRESH_FOR_AN_HOUR =
            new Lifetime(LIFETIME.toSeconds(), 0, 0, 0, false, false, false, true);

    private VersionedResponses() {}

    static Entry entry(int version) {
        long now = System.currentTimeMillis();
        byte[] body = Integer.toString(version).getBytes(US_ASCII);
        return new Entry.Response(new StoredResponse(200, Fields.EMPTY, body, FRESH_FOR_AN_HOUR, now, now));
    }

    static int version(StoredResponse response) {
        return Integer.parseInt(new String(response.body(), US_ASCII));
    }

    static boolean isFresh(StoredResponse response) {
        return response.ageAt(System.currentTimeMillis()) < LIFETIME.toSeconds();
    }
}

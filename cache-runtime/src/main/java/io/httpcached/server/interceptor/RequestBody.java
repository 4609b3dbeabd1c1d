package io.httpcached.server.interceptor;

import io.httpcached.core.ContentDigest;
import io.micronaut.core.annotation.Internal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of a request as a part of its key. Used by one thread at a time. */
@Internal
public final class RequestBody {

    private final byte @Nullable [] bytes;
    private final @Nullable String notReadReason;
    private @Nullable String digest;

    private RequestBody(byte @Nullable [] bytes, @Nullable String notReadReason) {
        this.bytes = bytes;
        this.notReadReason = notReadReason;
    }

    /**
     * Creates a body.
     *
     * @param bytes its bytes, which are not modified afterwards
     * @return the body
     */
    public static RequestBody of(byte[] bytes) {
        return new RequestBody(bytes, null);
    }

    /**
     * Creates a body that is not in the key.
     *
     * @param reason the reason
     * @return the body
     */
    public static RequestBody notRead(String reason) {
        return new RequestBody(null, reason);
    }

    /** {@return the reason why the body was not read, or null if it was} */
    public @Nullable String notReadReason() {
        return notReadReason;
    }

    /** The digest is computed once, because a key may be written several times. */
    @Nullable
    String digest(boolean json, List<String> contentTypes) {
        String known = digest;
        if (known == null && bytes != null) {
            known = json ? ContentDigest.ofJson(bytes, contentTypes) : ContentDigest.ofBytes(bytes);
            digest = known;
        }
        return known;
    }
}

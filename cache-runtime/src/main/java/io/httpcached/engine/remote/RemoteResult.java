package io.httpcached.engine.remote;

import io.httpcached.engine.LookupResult;

/**
 * The result of a lookup in a backend.
 *
 * @param lookup the result
 * @param expiresAtMillis the time when the entry expires, in milliseconds since the epoch; 0 if there is none
 */
public record RemoteResult(LookupResult lookup, long expiresAtMillis) {

    static RemoteResult withoutEntry(LookupResult lookup) {
        return new RemoteResult(lookup, 0);
    }
}

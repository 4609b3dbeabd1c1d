package io.httpcached.engine.remote;

import io.httpcached.engine.LookupResult;
import java.util.List;

/**
 * An entry of a backend as a node may keep it in memory, as long as none of the backend's values changes that it depends on.
 *
 * @param lookup the result of a lookup that the copy answers
 * @param backendKeys the keys of the values that the copy depends on: the entry, and the versions of all tags of its snapshot
 * @param expiresAtMillis the time when the entry expires, in milliseconds since the epoch
 */
public record RemoteCopy(LookupResult lookup, List<String> backendKeys, long expiresAtMillis) {}

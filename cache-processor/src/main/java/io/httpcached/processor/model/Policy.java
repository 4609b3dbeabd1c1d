package io.httpcached.processor.model;

import io.httpcached.annotation.CacheScope;
import io.httpcached.annotation.KeySource;
import io.httpcached.annotation.RequestDirectives;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The annotations of a method and of its controller, merged member by member. An empty text means "not set".
 *
 * @param ttl see {@code HttpCached#ttl}
 * @param clientTtl see {@code HttpCached#clientTtl}
 * @param staleWhileRevalidate see {@code HttpCached#staleWhileRevalidate}
 * @param staleIfError see {@code HttpCached#staleIfError}
 * @param scope see {@code HttpCached#scope}
 * @param vary see {@code HttpCached#vary}
 * @param tags see {@code HttpCached#tags}
 * @param keySource see {@code HttpCached#keySource}
 * @param statuses see {@code HttpCached#statuses}
 * @param requestDirectives see {@code HttpCached#requestDirectives}
 * @param namespace see {@code HttpCached#namespace}
 * @param backend see {@code HttpCached#backend}
 * @param policy see {@code HttpCached#policy}
 * @param version see {@code HttpCached#version}
 */
public record Policy(
        Setting<String> ttl,
        Setting<String> clientTtl,
        Setting<String> staleWhileRevalidate,
        Setting<String> staleIfError,
        Setting<CacheScope> scope,
        Setting<List<String>> vary,
        Setting<List<TagTemplate>> tags,
        Setting<KeySource> keySource,
        Setting<List<Integer>> statuses,
        Setting<RequestDirectives> requestDirectives,
        Setting<String> namespace,
        Setting<String> backend,
        Setting<String> policy,
        Setting<VersionType> version) {

    /** {@return the members that hold a duration, by name} */
    public Map<String, Setting<String>> durations() {
        Map<String, Setting<String>> durations = new LinkedHashMap<>();
        durations.put("ttl", ttl);
        durations.put("clientTtl", clientTtl);
        durations.put("staleWhileRevalidate", staleWhileRevalidate);
        durations.put("staleIfError", staleIfError);
        return durations;
    }

    /** {@return whether any member that a named policy could supply is not set} */
    public boolean leavesToNamed() {
        boolean texts = Stream.concat(durations().values().stream(), Stream.of(namespace, backend))
                .anyMatch(text -> text.value().isEmpty());
        return texts || statuses.value().isEmpty() || requestDirectives.value() == RequestDirectives.DEFAULT;
    }
}

package io.httpcached.processor.model;

import io.httpcached.annotation.BodyKey;
import io.httpcached.annotation.CacheScope;
import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.KeySource;
import io.httpcached.annotation.NearCopies;
import io.httpcached.annotation.RequestDirectives;
import io.httpcached.annotation.UnkeyedReads;
import java.util.List;
import java.util.stream.Stream;

/**
 * A member of {@link HttpCached}. A new member needs a constant here and an element in one of the lists; the processor then
 * reads it, merges it, writes it into the interceptor as {@code .name(value)} and reports it without further code.
 *
 * @param name its name in the annotation
 * @param kind the kind of its value, which selects how it is read and written
 * @param unset its value if neither the method nor the controller sets it
 * @param <T> the type of its value
 */
public record Member<T>(String name, Kind kind, T unset) {

    /** The kinds of members. */
    public enum Kind {
        /** A duration in whole seconds. */
        DURATION,
        /** A duration of at least a millisecond. */
        TIMEOUT,
        /** A share of a lifetime. */
        SHARE,
        /** Any other text. */
        TEXT,
        /** A constant of an enum. */
        CHOICE,
        /** Any number of texts. */
        TEXTS,
        /** Any number of integers. */
        NUMBERS,
        /** The class of a version source. */
        VERSION,
        /** The classes of key contributors. */
        CONTRIBUTORS
    }

    /** See {@link HttpCached#ttl}. */
    public static final Member<String> TTL = new Member<>("ttl", Kind.DURATION, "");

    /** See {@link HttpCached#clientTtl}. */
    public static final Member<String> CLIENT_TTL = new Member<>("clientTtl", Kind.DURATION, "");

    /** See {@link HttpCached#staleWhileRevalidate}. */
    public static final Member<String> STALE_WHILE_REVALIDATE = new Member<>("staleWhileRevalidate", Kind.DURATION, "");

    /** See {@link HttpCached#staleIfError}. */
    public static final Member<String> STALE_IF_ERROR = new Member<>("staleIfError", Kind.DURATION, "");

    /** See {@link HttpCached#jitter}. */
    public static final Member<String> JITTER = new Member<>("jitter", Kind.SHARE, "");

    /** See {@link HttpCached#refreshAhead}. */
    public static final Member<String> REFRESH_AHEAD = new Member<>("refreshAhead", Kind.SHARE, "");

    /** See {@link HttpCached#staleAfter}. */
    public static final Member<String> STALE_AFTER = new Member<>("staleAfter", Kind.TIMEOUT, "");

    /** See {@link HttpCached#statuses}. */
    public static final Member<List<Integer>> STATUSES = new Member<>("statuses", Kind.NUMBERS, List.of());

    /** See {@link HttpCached#requestDirectives}. */
    public static final Member<RequestDirectives> REQUEST_DIRECTIVES =
            new Member<>("requestDirectives", Kind.CHOICE, RequestDirectives.DEFAULT);

    /** See {@link HttpCached#unkeyedReads}. */
    public static final Member<UnkeyedReads> UNKEYED_READS =
            new Member<>("unkeyedReads", Kind.CHOICE, UnkeyedReads.DEFAULT);

    /** See {@link HttpCached#near}. */
    public static final Member<NearCopies> NEAR = new Member<>("near", Kind.CHOICE, NearCopies.DEFAULT);

    /** See {@link HttpCached#namespace}. */
    public static final Member<String> NAMESPACE = new Member<>("namespace", Kind.TEXT, "");

    /** See {@link HttpCached#backend}. */
    public static final Member<String> BACKEND = new Member<>("backend", Kind.TEXT, "");

    /** See {@link HttpCached#codec}. */
    public static final Member<String> CODEC = new Member<>("codec", Kind.TEXT, "");

    /** See {@link HttpCached#policy}. */
    public static final Member<String> POLICY = new Member<>("policy", Kind.TEXT, "");

    /** See {@link HttpCached#version}. */
    public static final Member<VersionType> VERSION = new Member<>("version", Kind.VERSION, VersionType.NONE);

    /** See {@link HttpCached#scope}. */
    public static final Member<CacheScope> SCOPE = new Member<>("scope", Kind.CHOICE, CacheScope.AUTO);

    /** See {@link HttpCached#keySource}. */
    public static final Member<KeySource> KEY_SOURCE = new Member<>("keySource", Kind.CHOICE, KeySource.SIGNATURE);

    /** See {@link HttpCached#key}. */
    public static final Member<List<ContributorType>> KEY = new Member<>("key", Kind.CONTRIBUTORS, List.of());

    /** See {@link HttpCached#ignoredParameters}. */
    public static final Member<List<String>> IGNORED_PARAMETERS =
            new Member<>("ignoredParameters", Kind.TEXTS, List.of());

    /** See {@link HttpCached#methods}. */
    public static final Member<List<String>> METHODS = new Member<>("methods", Kind.TEXTS, List.of());

    /** See {@link HttpCached#bodyKey}. */
    public static final Member<BodyKey> BODY_KEY = new Member<>("bodyKey", Kind.CHOICE, BodyKey.BYTES);

    /** See {@link HttpCached#vary}. */
    public static final Member<List<String>> VARY = new Member<>("vary", Kind.TEXTS, List.of());

    /** See {@link HttpCached#tags}. */
    public static final Member<List<String>> TAGS = new Member<>("tags", Kind.TEXTS, List.of());

    /** See {@link HttpCached#resultTags}. */
    public static final Member<List<String>> RESULT_TAGS = new Member<>("resultTags", Kind.TEXTS, List.of());

    /** The members that a named policy can supply. */
    public static final List<Member<?>> OF_NAMED_POLICY = List.of(
            TTL,
            CLIENT_TTL,
            STALE_WHILE_REVALIDATE,
            STALE_IF_ERROR,
            JITTER,
            REFRESH_AHEAD,
            STALE_AFTER,
            IGNORED_PARAMETERS,
            STATUSES,
            REQUEST_DIRECTIVES,
            UNKEYED_READS,
            NEAR,
            NAMESPACE,
            BACKEND,
            CODEC);

    /** The members that the interceptor and the report contain as they are annotated. */
    public static final List<Member<?>> PASSED_ON = Stream.concat(
                    OF_NAMED_POLICY.stream(), Stream.of(POLICY, VERSION, RESULT_TAGS))
            .toList();

    /** The members from which the processor infers the key, the scope and the tags. */
    public static final List<Member<?>> INFERRED_FROM = List.of(METHODS, BODY_KEY, SCOPE, KEY_SOURCE, KEY, VARY, TAGS);

    /** All members. */
    public static final List<Member<?>> ALL =
            Stream.concat(PASSED_ON.stream(), INFERRED_FROM.stream()).toList();

    /** The members that are durations. */
    public static final List<Member<String>> DURATIONS = ofKind(Kind.DURATION);

    /** The members that are shares of a lifetime. */
    public static final List<Member<String>> SHARES = ofKind(Kind.SHARE);

    /** The members that rule how long an entry is used. */
    public static final List<Member<String>> TIMES = Stream.of(DURATIONS, SHARES, ofKind(Kind.TIMEOUT))
            .flatMap(List::stream)
            .toList();

    /**
     * Returns whether the default value, if it is written, replaces the configured value.
     *
     * @return true for {@code ignoredParameters = {}}, which ignores none
     */
    boolean isDefaultASetting() {
        return equals(IGNORED_PARAMETERS);
    }

    private static List<Member<String>> ofKind(Kind kind) {
        return ALL.stream()
                .filter(member -> member.kind() == kind)
                .map(Member::ofText)
                .toList();
    }

    @SuppressWarnings("unchecked") // The value of a duration or a share is its text.
    private static Member<String> ofText(Member<?> member) {
        return (Member<String>) member;
    }
}

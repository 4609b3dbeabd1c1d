package io.httpcached.server.interceptor;

import io.httpcached.annotation.CacheScope;
import io.httpcached.annotation.KeyContributor;
import io.httpcached.annotation.KeySource;
import io.httpcached.annotation.NearCopies;
import io.httpcached.annotation.RequestDirectives;
import io.httpcached.annotation.UnkeyedReads;
import io.httpcached.annotation.VersionSource;
import io.micronaut.core.annotation.Internal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The policy of a route as it is annotated. An empty text, an empty list, {@code DEFAULT} and {@code None} mean "not set".
 * Texts may contain placeholders, which are resolved once at startup.
 *
 * @param ttl see {@code HttpCached#ttl}
 * @param clientTtl see {@code HttpCached#clientTtl}
 * @param staleWhileRevalidate see {@code HttpCached#staleWhileRevalidate}
 * @param staleIfError see {@code HttpCached#staleIfError}
 * @param jitter see {@code HttpCached#jitter}
 * @param refreshAhead see {@code HttpCached#refreshAhead}
 * @param staleAfter see {@code HttpCached#staleAfter}
 * @param scope the effective scope: {@code PRIVATE} instead of {@code AUTO} if the method takes the principal
 * @param keySource see {@code HttpCached#keySource}
 * @param vary the names of all request fields in the key, from the annotation and the signature
 * @param keyedInPart those fields of which the key contains only a part, such as one cookie of {@code Cookie}
 * @param key see {@code HttpCached#key}
 * @param ignoredParameters see {@code HttpCached#ignoredParameters}; null if not set, empty if the key leaves out none
 * @param takenParameters the query parameters that the method takes, which its key does not leave out
 * @param statuses see {@code HttpCached#statuses}
 * @param requestDirectives see {@code HttpCached#requestDirectives}
 * @param unkeyedReads see {@code HttpCached#unkeyedReads}
 * @param near see {@code HttpCached#near}
 * @param namespace see {@code HttpCached#namespace}
 * @param backend see {@code HttpCached#backend}
 * @param codec see {@code HttpCached#codec}
 * @param policy see {@code HttpCached#policy}
 * @param version see {@code HttpCached#version}
 * @param resultTags see {@code HttpCached#resultTags}
 * @param safe the method of a route whose key contains the body, {@code QUERY} or {@code POST}; empty for GET
 */
@Internal
public record RoutePolicy(
        String ttl,
        String clientTtl,
        String staleWhileRevalidate,
        String staleIfError,
        String jitter,
        String refreshAhead,
        String staleAfter,
        CacheScope scope,
        KeySource keySource,
        List<String> vary,
        List<String> keyedInPart,
        List<Class<? extends KeyContributor>> key,
        @Nullable List<String> ignoredParameters,
        List<String> takenParameters,
        List<Integer> statuses,
        RequestDirectives requestDirectives,
        UnkeyedReads unkeyedReads,
        NearCopies near,
        String namespace,
        String backend,
        String codec,
        String policy,
        Class<? extends VersionSource> version,
        List<String> resultTags,
        String safe) {

    /** {@return whether the body of a request is a part of its key} */
    public boolean keysBody() {
        return !safe.isEmpty();
    }

    /** {@return a builder with nothing set} */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the members that the annotations set. Not thread-safe. */
    public static final class Builder {

        private String ttl = "";
        private String clientTtl = "";
        private String staleWhileRevalidate = "";
        private String staleIfError = "";
        private String jitter = "";
        private String refreshAhead = "";
        private String staleAfter = "";
        private CacheScope scope = CacheScope.AUTO;
        private KeySource keySource = KeySource.SIGNATURE;
        private List<String> vary = List.of();
        private List<String> keyedInPart = List.of();
        private final List<Class<? extends KeyContributor>> key = new ArrayList<>();
        private @Nullable List<String> ignoredParameters;
        private List<String> takenParameters = List.of();
        private List<Integer> statuses = List.of();
        private RequestDirectives requestDirectives = RequestDirectives.DEFAULT;
        private UnkeyedReads unkeyedReads = UnkeyedReads.DEFAULT;
        private NearCopies near = NearCopies.DEFAULT;
        private String namespace = "";
        private String backend = "";
        private String codec = "";
        private String policy = "";
        private Class<? extends VersionSource> version = VersionSource.None.class;
        private List<String> resultTags = List.of();
        private String safe = "";

        private Builder() {}

        /**
         * {@return this builder}
         *
         * @param value a duration
         */
        public Builder ttl(String value) {
            ttl = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value a duration
         */
        public Builder clientTtl(String value) {
            clientTtl = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value a duration
         */
        public Builder staleWhileRevalidate(String value) {
            staleWhileRevalidate = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value a duration
         */
        public Builder staleIfError(String value) {
            staleIfError = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value a percentage or a duration
         */
        public Builder jitter(String value) {
            jitter = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value a percentage or a duration
         */
        public Builder refreshAhead(String value) {
            refreshAhead = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value a duration
         */
        public Builder staleAfter(String value) {
            staleAfter = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value the scope
         */
        public Builder scope(CacheScope value) {
            scope = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value the source of the key
         */
        public Builder keySource(KeySource value) {
            keySource = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param names request field names
         */
        public Builder vary(String... names) {
            vary = List.of(names);
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param names request field names
         */
        public Builder keyedInPart(String... names) {
            keyedInPart = List.of(names);
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param type the class of a further key contributor
         */
        public Builder key(Class<? extends KeyContributor> type) {
            key.add(type);
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param patterns patterns of the names of query parameters; none if the key contains all parameters
         */
        public Builder ignoredParameters(String... patterns) {
            ignoredParameters = List.of(patterns);
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param names names of query parameters
         */
        public Builder takenParameters(String... names) {
            takenParameters = List.of(names);
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param codes status codes
         */
        public Builder statuses(Integer... codes) {
            statuses = List.of(codes);
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value the rule
         */
        public Builder requestDirectives(RequestDirectives value) {
            requestDirectives = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value the rule
         */
        public Builder unkeyedReads(UnkeyedReads value) {
            unkeyedReads = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value the setting
         */
        public Builder near(NearCopies value) {
            near = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value the namespace
         */
        public Builder namespace(String value) {
            namespace = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value the name of a store
         */
        public Builder backend(String value) {
            backend = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value the name of a codec
         */
        public Builder codec(String value) {
            codec = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value the name of a configured policy
         */
        public Builder policy(String value) {
            policy = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value the class of a version source
         */
        public Builder version(Class<? extends VersionSource> value) {
            version = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param tags tags in which {@code *} stands for any text
         */
        public Builder resultTags(String... tags) {
            resultTags = List.of(tags);
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param method the method of a route whose key contains the body
         */
        public Builder safe(String method) {
            safe = method;
            return this;
        }

        /** {@return the policy} */
        public RoutePolicy build() {
            return new RoutePolicy(
                    ttl,
                    clientTtl,
                    staleWhileRevalidate,
                    staleIfError,
                    jitter,
                    refreshAhead,
                    staleAfter,
                    scope,
                    keySource,
                    vary,
                    keyedInPart,
                    List.copyOf(key),
                    ignoredParameters,
                    takenParameters,
                    statuses,
                    requestDirectives,
                    unkeyedReads,
                    near,
                    namespace,
                    backend,
                    codec,
                    policy,
                    version,
                    resultTags,
                    safe);
        }
    }
}

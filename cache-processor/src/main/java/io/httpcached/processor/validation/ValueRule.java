package io.httpcached.processor.validation;

import io.httpcached.processor.model.CachedRoute;
import io.httpcached.processor.model.Member;
import io.httpcached.processor.model.Setting;
import io.httpcached.processor.model.VersionType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Status codes are those of complete final responses, the version source is one, and a codec has an effect. */
final class ValueRule implements Rule {

    @Override
    public Stream<Problem> check(CachedRoute route) {
        return Stream.of(
                        checkStatuses(route.policy().setting(Member.STATUSES)),
                        checkVersion(route.policy().setting(Member.VERSION)),
                        checkCodec(route))
                .flatMap(problems -> problems);
    }

    private static Stream<Problem> checkStatuses(Setting<List<Integer>> statuses) {
        return statuses.value().stream()
                .flatMap(status -> reasonAgainst(status)
                        .map(reason -> new Problem(
                                statuses.origin(),
                                "@HttpCached(statuses = " + status + ") can never apply",
                                reason,
                                "Use status codes from 200 to 599 except 206 and 304, for example {200, 404}"))
                        .stream());
    }

    private static Optional<String> reasonAgainst(int status) {
        if (status == 206) {
            return Optional.of("A partial response contains only a part of the body (RFC 9110 §15.3.7)");
        }
        if (status == 304) {
            return Optional.of("It refers to a response that the client already has (RFC 9110 §15.4.5)");
        }
        return status < 200 || status > 599
                ? Optional.of("It is not a final status code (RFC 9110 §15)")
                : Optional.empty();
    }

    /** The other stores are known at startup, as are the codecs. */
    private static Stream<Problem> checkCodec(CachedRoute route) {
        Setting<String> codec = route.policy().setting(Member.CODEC);
        Setting<String> backend = route.policy().setting(Member.BACKEND);
        return codec.value().isEmpty() || !backend.value().equals("memory")
                ? Stream.empty()
                : Stream.of(new Problem(
                        codec.origin().equals(backend.origin()) ? codec.origin() : route.origin(),
                        "@HttpCached(codec = \"" + codec.value() + "\") has no effect in the store memory",
                        "The memory store keeps responses as they are, and encodes nothing",
                        "Remove codec, or name a backend that nodes share"));
    }

    /** The compilers of Java and Kotlin check the type themselves; that of Groovy does not. */
    private static Stream<Problem> checkVersion(Setting<VersionType> version) {
        return Stream.of(version.value())
                .filter(type -> !type.implementsVersionSource())
                .map(type -> new Problem(
                        version.origin(),
                        "@HttpCached(version = " + type.name() + ".class) is not a version source",
                        "The cache asks the version source for the current version of the response",
                        "Use the class of a bean that implements io.httpcached.annotation.VersionSource"));
    }
}

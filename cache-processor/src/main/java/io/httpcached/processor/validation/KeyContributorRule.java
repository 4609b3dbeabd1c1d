package io.httpcached.processor.validation;

import io.httpcached.processor.model.CachedRoute;
import io.httpcached.processor.model.ContributorType;
import io.httpcached.processor.model.Member;
import io.httpcached.processor.model.Setting;
import io.micronaut.inject.ast.Element;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Each class in {@code key} adds a part of its own to the key. */
final class KeyContributorRule implements Rule {

    @Override
    public Stream<Problem> check(CachedRoute route) {
        Setting<List<ContributorType>> key = route.policy().setting(Member.KEY);
        Set<ContributorType> seen = new HashSet<>();
        return key.value().stream().flatMap(type -> check(type, seen.add(type), key.origin()));
    }

    private static Stream<Problem> check(ContributorType type, boolean first, Element origin) {
        String member = "@HttpCached(key = " + type.name() + ".class)";
        return switch (type.kind()) {
            case OF_ROUTES ->
                first
                        ? Stream.empty()
                        : Stream.of(new Problem(
                                origin,
                                member + " is repeated",
                                "The key would contain the same part twice",
                                "Name each class once"));
            case OF_ALL_ROUTES ->
                Stream.of(new Problem(
                        origin,
                        member + " names a contributor to the keys of all routes",
                        "A CacheKeyContributor contributes to this route without being named, so the key would contain its part"
                                + " twice",
                        "Remove it from key, or implement KeyContributor if it is only for the routes that name it"));
            case NONE ->
                Stream.of(new Problem(
                        origin,
                        member + " is not a key contributor",
                        "The cache asks key contributors for their parts of the key",
                        "Use the class of a bean that implements io.httpcached.annotation.KeyContributor"));
        };
    }
}

package io.httpcached.processor.validation;

import io.httpcached.processor.model.CachedRoute;
import io.httpcached.processor.model.Setting;
import io.httpcached.processor.model.VersionType;
import java.util.stream.Stream;

/** What is asked for versions knows them. */
final class VersionRule implements Rule {

    @Override
    public Stream<Finding> check(CachedRoute route) {
        Setting<VersionType> version = route.policy().version();
        return Stream.of(version.value())
                .filter(type -> !type.knowsVersions())
                .map(type -> new Finding(
                        version.origin(),
                        "@HttpCached(version = " + type.name() + ".class) names no version source",
                        "The cache could not ask it which version of the response the method would give",
                        "Name a bean class that implements io.httpcached.annotation.VersionSource"));
    }
}

package io.httpcached.processor.validation;

import io.httpcached.processor.model.CachedRoute;
import io.httpcached.processor.model.Setting;
import io.httpcached.processor.model.TagTemplate;
import java.util.List;
import java.util.stream.Stream;

/** Every tag of a cached route can be filled in. */
final class TagRule implements Rule {

    private static final TemplateRule TEMPLATE = new TemplateRule("tag", "invalidation by it would miss this route");

    @Override
    public Stream<Finding> check(CachedRoute route) {
        Setting<List<TagTemplate>> tags = route.policy().tags();
        return tags.value().stream().flatMap(tag -> TEMPLATE.check(tag, route, tags.origin()));
    }
}

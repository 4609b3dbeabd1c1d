package io.httpcached.server.filter;

import io.httpcached.CacheTags;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Binds parameters of the type {@link CacheTags} of controller methods. */
@Singleton
final class CacheTagsBinder implements TypedRequestArgumentBinder<CacheTags> {

    private static final Argument<CacheTags> TYPE = Argument.of(CacheTags.class);

    @Override
    public Argument<CacheTags> argumentType() {
        return TYPE;
    }

    @Override
    public BindingResult<CacheTags> bind(ArgumentConversionContext<CacheTags> context, HttpRequest<?> source) {
        Optional<CacheTags> tags = Optional.of(ResultTags.of(source));
        return () -> tags;
    }
}

package io.httpcached.server.netty;

import io.httpcached.server.request.BehindCache;
import io.httpcached.server.request.RequestWithBody;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.bind.ArgumentBinder;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.convert.ConversionError;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.bind.RequestBinderRegistry;
import io.micronaut.http.bind.binders.PendingRequestBindingResult;
import io.micronaut.http.bind.binders.RequestArgumentBinder;
import io.micronaut.http.server.binding.RequestArgumentSatisfier;
import io.micronaut.http.server.netty.NettyHttpRequest;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import org.reactivestreams.Publisher;

/**
 * Lets the server bind bodies behind the cache, whose requests are wrapped: the server's binders read the body of its own requests
 * only. All other values are bound to the wrapped request, which reports what is read.
 */
@Singleton
@Requires(classes = NettyHttpRequest.class)
final class BodyBinders implements BeanCreatedEventListener<RequestArgumentSatisfier> {

    private static final List<Class<?>> OF_BODY =
            List.of(InputStream.class, Publisher.class, CompletionStage.class, Future.class);

    @Override
    public RequestArgumentSatisfier onCreated(BeanCreatedEvent<RequestArgumentSatisfier> event) {
        return new RequestArgumentSatisfier(new Registry(event.getBean().getBinderRegistry()));
    }

    private static boolean isBody(Argument<?> argument) {
        return argument.getAnnotationMetadata().hasStereotype(Body.class)
                || OF_BODY.stream().anyMatch(type -> type.isAssignableFrom(argument.getType()));
    }

    /** A handler that declares the type of the body receives it in its request. */
    private static boolean isRequestWithBody(Argument<?> argument) {
        return argument.getType() == HttpRequest.class
                && argument.getFirstTypeVariable()
                        .filter(body -> body.getType() != Object.class)
                        .isPresent();
    }

    private record Registry(RequestBinderRegistry registry) implements RequestBinderRegistry {

        @Override
        public <T> void addArgumentBinder(ArgumentBinder<T, HttpRequest<?>> binder) {
            registry.addArgumentBinder(binder);
        }

        @Override
        public void addUnmatchedRequestArgumentBinder(RequestArgumentBinder<Object> binder) {
            registry.addUnmatchedRequestArgumentBinder(binder);
        }

        @Override
        public <T> Optional<ArgumentBinder<T, HttpRequest<?>>> findArgumentBinder(Argument<T> argument) {
            Optional<ArgumentBinder<T, HttpRequest<?>>> found = registry.findArgumentBinder(argument);
            if (isBody(argument)) {
                return found.map(Binder::new);
            }
            return isRequestWithBody(argument) ? found.map(RequestBinder::new) : found;
        }
    }

    private record Binder<T>(ArgumentBinder<T, HttpRequest<?>> binder) implements RequestArgumentBinder<T> {

        @Override
        public BindingResult<T> bind(ArgumentConversionContext<T> context, HttpRequest<?> source) {
            HttpRequest<?> received = BehindCache.unwrap(source);
            return binder.bind(context, received instanceof NettyHttpRequest<?> ? received : source);
        }
    }

    /** Binds the body to the request that the server received, and the rest to the wrapped one. */
    private record RequestBinder<T>(ArgumentBinder<T, HttpRequest<?>> binder) implements RequestArgumentBinder<T> {

        @Override
        public BindingResult<T> bind(ArgumentConversionContext<T> context, HttpRequest<?> source) {
            HttpRequest<?> received = BehindCache.unwrap(source);
            return received != source && received instanceof NettyHttpRequest<?>
                    ? new BoundBody<>(binder.bind(context, received), source)
                    : binder.bind(context, source);
        }
    }

    /** The result of a binder, whose body may still be under way. */
    private record BoundBody<T>(ArgumentBinder.BindingResult<T> bound, HttpRequest<?> source)
            implements PendingRequestBindingResult<T> {

        @Override
        public boolean isPending() {
            return bound instanceof PendingRequestBindingResult<T> pending && pending.isPending();
        }

        @Override
        public List<ConversionError> getConversionErrors() {
            return bound.getConversionErrors();
        }

        @Override
        @SuppressWarnings("unchecked") // the type of the argument is HttpRequest
        public Optional<T> getValue() {
            return bound.getValue().map(request ->
                    (T) new RequestWithBody<>((HttpRequest<Object>) source, (HttpRequest<Object>) request));
        }
    }
}

package golden;

import io.httpcached.server.interceptor.CachedRoute;
import io.httpcached.server.interceptor.ControllerMethod;
import io.httpcached.server.interceptor.HttpCacheInterceptor;
import io.httpcached.server.interceptor.KeyGenerator;
import io.httpcached.server.interceptor.RoutePolicy;
import io.httpcached.server.interceptor.TagGenerator;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Interceptor of {@link AnswerController}: the policies, keys and tags of its cached routes.
 */
@Generated("io.httpcached.processor.HttpCachedVisitor")
public final class AnswerControllerHttpCacheInterceptor implements HttpCacheInterceptor {
    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        new ControllerMethod(AnswerController.class, "bytes"),
                        RoutePolicy.builder().ttl("1m").build(),
                        KeyGenerator.NONE,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(AnswerController.class, "list"),
                        RoutePolicy.builder().ttl("1m").build(),
                        KeyGenerator.NONE,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(AnswerController.class, "object"),
                        RoutePolicy.builder().ttl("1m").build(),
                        KeyGenerator.NONE,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(AnswerController.class, "optional"),
                        RoutePolicy.builder().ttl("1m").build(),
                        KeyGenerator.NONE,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(AnswerController.class, "response"),
                        RoutePolicy.builder().ttl("1m").build(),
                        KeyGenerator.NONE,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(AnswerController.class, "emptyResponse"),
                        RoutePolicy.builder().ttl("1m").build(),
                        KeyGenerator.NONE,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(AnswerController.class, "stage"),
                        RoutePolicy.builder().ttl("1m").build(),
                        KeyGenerator.NONE,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(AnswerController.class, "mono"),
                        RoutePolicy.builder().ttl("1m").build(),
                        KeyGenerator.NONE,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(AnswerController.class, "single"),
                        RoutePolicy.builder().ttl("1m").build(),
                        KeyGenerator.NONE,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(AnswerController.class, "singleGet"),
                        RoutePolicy.builder().ttl("1m").build(),
                        KeyGenerator.NONE,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(AnswerController.class, "publisher"),
                        RoutePolicy.builder().ttl("1m").build(),
                        KeyGenerator.NONE,
                        TagGenerator.NONE));
    }
}

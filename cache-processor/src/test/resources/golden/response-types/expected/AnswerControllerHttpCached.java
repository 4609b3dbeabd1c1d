package golden;

import io.httpcached.server.route.CachedController;
import io.httpcached.server.route.CachedRoute;
import io.httpcached.server.route.ControllerMethod;
import io.httpcached.server.route.KeyRecipe;
import io.httpcached.server.route.RoutePolicy;
import io.httpcached.server.route.TagRecipe;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The cached routes of {@link AnswerController}.
 */
@Generated("io.httpcached.processor.HttpCachedVisitor")
public final class AnswerControllerHttpCached implements CachedController {
    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        new ControllerMethod(AnswerController.class, "bytes"),
                        RoutePolicy.builder().ttl("1m").build(),
                        KeyRecipe.NONE,
                        TagRecipe.NONE),
                new CachedRoute(
                        new ControllerMethod(AnswerController.class, "list"),
                        RoutePolicy.builder().ttl("1m").build(),
                        KeyRecipe.NONE,
                        TagRecipe.NONE),
                new CachedRoute(
                        new ControllerMethod(AnswerController.class, "object"),
                        RoutePolicy.builder().ttl("1m").build(),
                        KeyRecipe.NONE,
                        TagRecipe.NONE),
                new CachedRoute(
                        new ControllerMethod(AnswerController.class, "optional"),
                        RoutePolicy.builder().ttl("1m").build(),
                        KeyRecipe.NONE,
                        TagRecipe.NONE),
                new CachedRoute(
                        new ControllerMethod(AnswerController.class, "response"),
                        RoutePolicy.builder().ttl("1m").build(),
                        KeyRecipe.NONE,
                        TagRecipe.NONE),
                new CachedRoute(
                        new ControllerMethod(AnswerController.class, "emptyResponse"),
                        RoutePolicy.builder().ttl("1m").build(),
                        KeyRecipe.NONE,
                        TagRecipe.NONE),
                new CachedRoute(
                        new ControllerMethod(AnswerController.class, "stage"),
                        RoutePolicy.builder().ttl("1m").build(),
                        KeyRecipe.NONE,
                        TagRecipe.NONE),
                new CachedRoute(
                        new ControllerMethod(AnswerController.class, "mono"),
                        RoutePolicy.builder().ttl("1m").build(),
                        KeyRecipe.NONE,
                        TagRecipe.NONE),
                new CachedRoute(
                        new ControllerMethod(AnswerController.class, "single"),
                        RoutePolicy.builder().ttl("1m").build(),
                        KeyRecipe.NONE,
                        TagRecipe.NONE),
                new CachedRoute(
                        new ControllerMethod(AnswerController.class, "singleGet"),
                        RoutePolicy.builder().ttl("1m").build(),
                        KeyRecipe.NONE,
                        TagRecipe.NONE),
                new CachedRoute(
                        new ControllerMethod(AnswerController.class, "publisher"),
                        RoutePolicy.builder().ttl("1m").build(),
                        KeyRecipe.NONE,
                        TagRecipe.NONE));
    }
}

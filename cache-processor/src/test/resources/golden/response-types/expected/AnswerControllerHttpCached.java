package golden;

import io.httpcached.server.route.CachedController;
import io.httpcached.server.route.CachedRoute;
import io.httpcached.server.route.KeyRecipe;
import io.httpcached.server.route.RoutePolicy;
import io.httpcached.server.route.TagRecipe;
import jakarta.inject.Singleton;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The cached routes of {@link AnswerController}.
 */
@Singleton
@Generated("io.httpcached.processor.HttpCachedVisitor")
final class AnswerControllerHttpCached implements CachedController {
    private static final RoutePolicy BYTES = RoutePolicy.builder().ttl("1m").build();

    private static final RoutePolicy LIST = RoutePolicy.builder().ttl("1m").build();

    private static final RoutePolicy OBJECT = RoutePolicy.builder().ttl("1m").build();

    private static final RoutePolicy OPTIONAL = RoutePolicy.builder().ttl("1m").build();

    private static final RoutePolicy RESPONSE = RoutePolicy.builder().ttl("1m").build();

    private static final RoutePolicy EMPTY_RESPONSE = RoutePolicy.builder().ttl("1m").build();

    private static final RoutePolicy STAGE = RoutePolicy.builder().ttl("1m").build();

    private static final RoutePolicy MONO = RoutePolicy.builder().ttl("1m").build();

    private static final RoutePolicy SINGLE = RoutePolicy.builder().ttl("1m").build();

    private static final RoutePolicy SINGLE_GET = RoutePolicy.builder().ttl("1m").build();

    private static final RoutePolicy PUBLISHER = RoutePolicy.builder().ttl("1m").build();

    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        AnswerController.class,
                        "bytes",
                        List.of(),
                        BYTES,
                        KeyRecipe.NONE,
                        TagRecipe.NONE),
                new CachedRoute(
                        AnswerController.class,
                        "list",
                        List.of(),
                        LIST,
                        KeyRecipe.NONE,
                        TagRecipe.NONE),
                new CachedRoute(
                        AnswerController.class,
                        "object",
                        List.of(),
                        OBJECT,
                        KeyRecipe.NONE,
                        TagRecipe.NONE),
                new CachedRoute(
                        AnswerController.class,
                        "optional",
                        List.of(),
                        OPTIONAL,
                        KeyRecipe.NONE,
                        TagRecipe.NONE),
                new CachedRoute(
                        AnswerController.class,
                        "response",
                        List.of(),
                        RESPONSE,
                        KeyRecipe.NONE,
                        TagRecipe.NONE),
                new CachedRoute(
                        AnswerController.class,
                        "emptyResponse",
                        List.of(),
                        EMPTY_RESPONSE,
                        KeyRecipe.NONE,
                        TagRecipe.NONE),
                new CachedRoute(
                        AnswerController.class,
                        "stage",
                        List.of(),
                        STAGE,
                        KeyRecipe.NONE,
                        TagRecipe.NONE),
                new CachedRoute(
                        AnswerController.class,
                        "mono",
                        List.of(),
                        MONO,
                        KeyRecipe.NONE,
                        TagRecipe.NONE),
                new CachedRoute(
                        AnswerController.class,
                        "single",
                        List.of(),
                        SINGLE,
                        KeyRecipe.NONE,
                        TagRecipe.NONE),
                new CachedRoute(
                        AnswerController.class,
                        "singleGet",
                        List.of(),
                        SINGLE_GET,
                        KeyRecipe.NONE,
                        TagRecipe.NONE),
                new CachedRoute(
                        AnswerController.class,
                        "publisher",
                        List.of(),
                        PUBLISHER,
                        KeyRecipe.NONE,
                        TagRecipe.NONE));
    }
}

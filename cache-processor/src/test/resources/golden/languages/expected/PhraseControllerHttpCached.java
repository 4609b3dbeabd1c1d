package golden;

import io.httpcached.server.route.CachedController;
import io.httpcached.server.route.CachedRoute;
import io.httpcached.server.route.KeyWriter;
import io.httpcached.server.route.RoutePolicy;
import io.httpcached.server.route.TagRecipe;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * The cached routes of {@link PhraseController}.
 */
@Singleton
@Generated("io.httpcached.processor.HttpCachedVisitor")
final class PhraseControllerHttpCached implements CachedController {
    private static final RoutePolicy SHOW = RoutePolicy.builder()
            .ttl("1h")
            .vary("Accept-Language")
            .keyedInPart("Accept-Language")
            .build();

    private static final RoutePolicy BEAN = RoutePolicy.builder()
            .ttl("1h")
            .vary("Accept-Language")
            .keyedInPart("Accept-Language")
            .build();

    private static final RoutePolicy ASKED = RoutePolicy.builder().ttl("1h").build();

    private static final RoutePolicy DECLARED = RoutePolicy.builder().ttl("1h").vary("Accept-Language", "Accepted").build();

    private static final RoutePolicy DAYS = RoutePolicy.builder().ttl("1h").vary("Accept-Language").build();

    private static final RoutePolicy DATES = RoutePolicy.builder().ttl("1h").vary("Accept-Language", "If-Modified-Since", "Since").build();

    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        PhraseController.class,
                        "show",
                        List.of(long.class, Locale.class),
                        SHOW,
                        PhraseControllerHttpCached::showKey,
                        TagRecipe.NONE),
                new CachedRoute(
                        PhraseController.class,
                        "bean",
                        List.of(PhraseController.Reader.class),
                        BEAN,
                        PhraseControllerHttpCached::beanKey,
                        TagRecipe.NONE),
                new CachedRoute(
                        PhraseController.class,
                        "asked",
                        List.of(Optional.class),
                        ASKED,
                        PhraseControllerHttpCached::askedKey,
                        TagRecipe.NONE),
                new CachedRoute(
                        PhraseController.class,
                        "declared",
                        List.of(Locale.class, String.class),
                        DECLARED,
                        PhraseControllerHttpCached::declaredKey,
                        TagRecipe.NONE),
                new CachedRoute(
                        PhraseController.class,
                        "days",
                        List.of(LocalDate.class, LocalDate.class),
                        DAYS,
                        PhraseControllerHttpCached::daysKey,
                        TagRecipe.NONE),
                new CachedRoute(
                        PhraseController.class,
                        "dates",
                        List.of(Date.class, Date.class),
                        DATES,
                        PhraseControllerHttpCached::datesKey,
                        TagRecipe.NONE));
    }

    /**
     * The key of {@link PhraseController#show(long, Locale)}.
     */
    private static void showKey(KeyWriter key) {
        key.path("id");
        key.language();
    }

    /**
     * The key of {@link PhraseController#bean(PhraseController.Reader)}.
     */
    private static void beanKey(KeyWriter key) {
        key.language();
        key.query("phrase");
    }

    /**
     * The key of {@link PhraseController#asked(Optional)}.
     */
    private static void askedKey(KeyWriter key) {
        key.query("locale");
        key.noAttribute("locale", "Locale");
    }

    /**
     * The key of {@link PhraseController#declared(Locale, String)}.
     */
    private static void declaredKey(KeyWriter key) {
        key.query("locale");
        key.header("Accept-Language");
        key.header("Accepted");
    }

    /**
     * The key of {@link PhraseController#days(LocalDate, LocalDate)}.
     */
    private static void daysKey(KeyWriter key) {
        key.query("day");
        key.header("Accept-Language");
        key.query("date");
    }

    /**
     * The key of {@link PhraseController#dates(Date, Date)}.
     */
    private static void datesKey(KeyWriter key) {
        key.query("date");
        key.header("Accept-Language");
        key.header("If-Modified-Since");
        key.header("Since");
    }
}

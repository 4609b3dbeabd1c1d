package golden;

import io.httpcached.server.interceptor.CachedRoute;
import io.httpcached.server.interceptor.ControllerMethod;
import io.httpcached.server.interceptor.HttpCacheInterceptor;
import io.httpcached.server.interceptor.KeyWriter;
import io.httpcached.server.interceptor.RoutePolicy;
import io.httpcached.server.interceptor.RouteVariable;
import io.httpcached.server.interceptor.TagGenerator;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * Interceptor of {@link PhraseController}: the policies, keys and tags of its cached routes.
 */
@Generated("io.httpcached.processor.HttpCachedVisitor")
public final class PhraseControllerHttpCacheInterceptor implements HttpCacheInterceptor {
    @Override
    public List<CachedRoute> routes() {
        return List.of(
                new CachedRoute(
                        new ControllerMethod(PhraseController.class, "show", long.class, Locale.class),
                        RoutePolicy.builder()
                                .ttl("1h")
                                .vary("Accept-Language")
                                .keyedInPart("Accept-Language")
                                .build(),
                        PhraseControllerHttpCacheInterceptor::showKey,
                        TagGenerator.NONE,
                        List.of(new RouteVariable("id", 0, null))),
                new CachedRoute(
                        new ControllerMethod(PhraseController.class, "bean", PhraseController.Reader.class),
                        RoutePolicy.builder()
                                .ttl("1h")
                                .vary("Accept-Language")
                                .keyedInPart("Accept-Language")
                                .build(),
                        PhraseControllerHttpCacheInterceptor::beanKey,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(PhraseController.class, "asked", Optional.class),
                        RoutePolicy.builder().ttl("1h").build(),
                        PhraseControllerHttpCacheInterceptor::askedKey,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(PhraseController.class, "declared", Locale.class, String.class),
                        RoutePolicy.builder().ttl("1h").vary("Accept-Language", "Accepted").build(),
                        PhraseControllerHttpCacheInterceptor::declaredKey,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(PhraseController.class, "days", LocalDate.class, LocalDate.class),
                        RoutePolicy.builder().ttl("1h").vary("Accept-Language").build(),
                        PhraseControllerHttpCacheInterceptor::daysKey,
                        TagGenerator.NONE),
                new CachedRoute(
                        new ControllerMethod(PhraseController.class, "dates", Date.class, Date.class),
                        RoutePolicy.builder().ttl("1h").vary("Accept-Language", "If-Modified-Since", "Since").build(),
                        PhraseControllerHttpCacheInterceptor::datesKey,
                        TagGenerator.NONE));
    }

    /**
     * Writes the key of {@link PhraseController#show(long, Locale)}.
     */
    private static void showKey(KeyWriter key) {
        key.path("id", long.class);
        key.language();
    }

    /**
     * Writes the key of {@link PhraseController#bean(PhraseController.Reader)}.
     */
    private static void beanKey(KeyWriter key) {
        key.language();
        key.query("phrase");
    }

    /**
     * Writes the key of {@link PhraseController#asked(Optional)}.
     */
    private static void askedKey(KeyWriter key) {
        key.query("locale");
        key.noAttribute("locale", "Locale");
    }

    /**
     * Writes the key of {@link PhraseController#declared(Locale, String)}.
     */
    private static void declaredKey(KeyWriter key) {
        key.query("locale");
        key.header("Accept-Language");
        key.header("Accepted");
    }

    /**
     * Writes the key of {@link PhraseController#days(LocalDate, LocalDate)}.
     */
    private static void daysKey(KeyWriter key) {
        key.query("day");
        key.header("Accept-Language");
        key.query("date");
    }

    /**
     * Writes the key of {@link PhraseController#dates(Date, Date)}.
     */
    private static void datesKey(KeyWriter key) {
        key.query("date");
        key.header("Accept-Language");
        key.header("If-Modified-Since");
        key.header("Since");
    }
}

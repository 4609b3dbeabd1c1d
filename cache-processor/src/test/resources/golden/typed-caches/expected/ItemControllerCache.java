package golden;

import io.httpcached.engine.CacheInvalidator;
import io.httpcached.server.interceptor.TypedCache;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.security.Principal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.annotation.processing.Generated;

/**
 * Invalidates the entries of the cached routes of {@link ItemController}. Inject it by its type. Thread-safe.
 */
@Generated("io.httpcached.processor.HttpCachedVisitor")
@Singleton
public final class ItemControllerCache extends TypedCache {
    ItemControllerCache(CacheInvalidator invalidator) {
        super(invalidator);
    }

    /**
     * Returns a view that marks entries stale instead of removing them.
     *
     * @return a view whose invalidations mark entries stale
     */
    public ItemControllerCache softly() {
        return new ItemControllerCache(softInvalidator());
    }

    /**
     * Invalidates all entries of {@link ItemController#list(int)}.
     *
     * @return a future that completes when no request is answered from these entries any more
     */
    public CompletableFuture<Void> invalidateList() {
        return entries().route(ItemController.class, "list", int.class).invalidate();
    }

    /**
     * Invalidates the entries of {@link ItemController#show(long)} with these values in the path,
     * and the entries of {@link ItemController#show(long, Principal)} with these values in the path.
     *
     * @param id the value of {@code id}
     * @return a future that completes when no request is answered from these entries any more
     */
    public CompletableFuture<Void> invalidateShow(long id) {
        return entries()
                        .path(ItemController.class, "show", values("id", id), long.class)
                        .path(ItemController.class, "show", values("draft", id), long.class, Principal.class)
                        .invalidate();
    }

    /**
     * Invalidates all entries of {@link ItemController#show(long)},
     * and all entries of {@link ItemController#show(long, Principal)},
     * and all entries of {@link ItemController#show(UUID)}.
     *
     * @return a future that completes when no request is answered from these entries any more
     */
    public CompletableFuture<Void> invalidateShow() {
        return entries()
                        .route(ItemController.class, "show", long.class)
                        .route(ItemController.class, "show", long.class, Principal.class)
                        .route(ItemController.class, "show", UUID.class)
                        .invalidate();
    }

    /**
     * Invalidates the entries of {@link ItemController#show(UUID)} with these values in the path.
     *
     * @param code the value of {@code code}
     * @return a future that completes when no request is answered from these entries any more
     */
    public CompletableFuture<Void> invalidateShow(UUID code) {
        return entries().path(ItemController.class, "show", values("code", code), UUID.class).invalidate();
    }

    /**
     * Invalidates the entries of {@link ItemController#price(String, ItemController.Kind, Optional, BigDecimal)} with these values in the path.
     *
     * @param shop the value of {@code shop}
     * @param kind the value of {@code kind}
     * @param day the value of {@code day}
     * @return a future that completes when no request is answered from these entries any more
     */
    public CompletableFuture<Void> invalidatePrice(String shop, ItemController.Kind kind,
            @Nullable LocalDate day) {
        return entries().path(ItemController.class, "price", values("shop", shop, "kind", kind, "day", day), String.class, ItemController.Kind.class, Optional.class, BigDecimal.class).invalidate();
    }

    /**
     * Invalidates all entries of {@link ItemController#price(String, ItemController.Kind, Optional, BigDecimal)}.
     *
     * @return a future that completes when no request is answered from these entries any more
     */
    public CompletableFuture<Void> invalidatePrice() {
        return entries().route(ItemController.class, "price", String.class, ItemController.Kind.class, Optional.class, BigDecimal.class).invalidate();
    }

    /**
     * Invalidates the entries of {@link ItemController#archive(Integer, int)} with these values in the path.
     *
     * @param year the value of {@code year}
     * @param month the value of {@code month}
     * @return a future that completes when no request is answered from these entries any more
     */
    public CompletableFuture<Void> invalidateArchive(@Nullable Integer year, int month) {
        return entries().path(ItemController.class, "archive", values("year", year, "month", month), Integer.class, int.class).invalidate();
    }

    /**
     * Invalidates all entries of {@link ItemController#archive(Integer, int)}.
     *
     * @return a future that completes when no request is answered from these entries any more
     */
    public CompletableFuture<Void> invalidateArchive() {
        return entries().route(ItemController.class, "archive", Integer.class, int.class).invalidate();
    }

    /**
     * Invalidates the entries of {@link ItemController#details(ItemController.Detail, String, String, Principal)} with these values in the path.
     *
     * @param id the value of {@code id}
     * @param class_ the value of {@code class_}
     * @return a future that completes when no request is answered from these entries any more
     */
    public CompletableFuture<Void> invalidateDetails(String id, String class_) {
        return entries().path(ItemController.class, "details", values("id", id, "class", class_), ItemController.Detail.class, String.class, String.class, Principal.class).invalidate();
    }

    /**
     * Invalidates all entries of {@link ItemController#details(ItemController.Detail, String, String, Principal)}.
     *
     * @return a future that completes when no request is answered from these entries any more
     */
    public CompletableFuture<Void> invalidateDetails() {
        return entries().route(ItemController.class, "details", ItemController.Detail.class, String.class, String.class, Principal.class).invalidate();
    }

    /**
     * Invalidates the entries of {@link ItemController#typed(ItemController.Id)} with these values in the path.
     *
     * @param id the value of {@code id}
     * @return a future that completes when no request is answered from these entries any more
     */
    public CompletableFuture<Void> invalidateTyped(ItemController.Id<?> id) {
        return entries().path(ItemController.class, "typed", values("id", id), ItemController.Id.class).invalidate();
    }

    /**
     * Invalidates all entries of {@link ItemController#typed(ItemController.Id)}.
     *
     * @return a future that completes when no request is answered from these entries any more
     */
    public CompletableFuture<Void> invalidateTyped() {
        return entries().route(ItemController.class, "typed", ItemController.Id.class).invalidate();
    }

    /**
     * Invalidates the entries with the tag {@code items}.
     *
     * @return a future that completes when no request is answered from these entries any more
     */
    public CompletableFuture<Void> invalidateItemsTag() {
        return entries().tag("items").invalidate();
    }

    /**
     * Invalidates the entries with the tag {@code item:{id}}.
     *
     * @param id the value of {@code id}
     * @return a future that completes when no request is answered from these entries any more
     */
    public CompletableFuture<Void> invalidateItemTag(long id) {
        return entries().tag("item:", id).invalidate();
    }

    /**
     * Invalidates the entries with the tag {@code item:{code}}.
     *
     * @param code the value of {@code code}
     * @return a future that completes when no request is answered from these entries any more
     */
    public CompletableFuture<Void> invalidateItemTag(UUID code) {
        return entries().tag("item:", code).invalidate();
    }

    /**
     * Invalidates the entries with the tag {@code price of {kind} at {price} on {day}}.
     *
     * @param kind the value of {@code kind}
     * @param price the value of {@code price}
     * @param day the value of {@code day}
     * @return a future that completes when no request is answered from these entries any more
     */
    public CompletableFuture<Void> invalidatePriceOfAtOnTag(ItemController.Kind kind,
            @Nullable BigDecimal price, @Nullable LocalDate day) {
        return entries().tag("price of ", kind, " at ", price, " on ", day).invalidate();
    }

    /**
     * Invalidates the entries with the tag {@code shop:{shop}/{kind}}.
     *
     * @param shop the value of {@code shop}
     * @param kind the value of {@code kind}
     * @return a future that completes when no request is answered from these entries any more
     */
    public CompletableFuture<Void> invalidateShopTag(String shop, ItemController.Kind kind) {
        return entries().tag("shop:", shop, "/", kind).invalidate();
    }

    /**
     * Invalidates the entries with the tag {@code {user}}.
     *
     * @param user the value of {@code user}
     * @return a future that completes when no request is answered from these entries any more
     */
    public CompletableFuture<Void> invalidateUserTag(String user) {
        return entries().tag(user).invalidate();
    }

    /**
     * Invalidates the entries with the tag {@code item-{lang}}.
     *
     * @param lang the value of {@code lang}
     * @return a future that completes when no request is answered from these entries any more
     */
    public CompletableFuture<Void> invalidateItemTag(String lang) {
        return entries().tag("item-", lang).invalidate();
    }

    /**
     * Invalidates the entries with the tag {@code say "*&#47; &#92;u002f" {lang}}.
     *
     * @param lang the value of {@code lang}
     * @return a future that completes when no request is answered from these entries any more
     */
    public CompletableFuture<Void> invalidateSayU002fTag(String lang) {
        return entries().tag("say \"*/ \\u002f\" ", lang).invalidate();
    }

    /**
     * Invalidates the entries with the tag {@code gr\u00f6\u00dfe \ud83d\ude00:{lang}}.
     *
     * @param lang the value of {@code lang}
     * @return a future that completes when no request is answered from these entries any more
     */
    public CompletableFuture<Void> invalidateGr\u00f6\u00dfeTag(String lang) {
        return entries().tag("gr\u00f6\u00dfe \ud83d\ude00:", lang).invalidate();
    }
}

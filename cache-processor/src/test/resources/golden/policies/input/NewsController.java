package golden;

import io.httpcached.annotation.CacheScope;
import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.KeySource;
import io.httpcached.annotation.NearCopies;
import io.httpcached.annotation.NoHttpCache;
import io.httpcached.annotation.RequestDirectives;
import io.httpcached.annotation.UnkeyedReads;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;

@Controller("/news")
@HttpCached(
        ttl = "10m",
        clientTtl = "0s",
        staleWhileRevalidate = "PT1M",
        staleIfError = "1h30m",
        jitter = "10%",
        refreshAhead = "30s",
        staleAfter = "200ms",
        scope = CacheScope.PUBLIC,
        vary = "X-Tenant",
        tags = {"news", "all"},
        keySource = KeySource.REQUEST_URI,
        statuses = {200, 404},
        requestDirectives = RequestDirectives.IGNORE,
        unkeyedReads = UnkeyedReads.WARN,
        near = NearCopies.OFF,
        namespace = "${app.version}",
        codec = "json",
        policy = "news")
class NewsController {

    @Get
    String list() {
        return "";
    }

    @Get("/feed")
    @HttpCached(tags = {}, policy = "feeds")
    @SuppressWarnings("httpcached:overridden-policy")
    String feed() {
        return "";
    }

    @Get("/{id}")
    @HttpCached(
            ttl = "${news.ttl:5m}",
            clientTtl = "",
            scope = CacheScope.AUTO,
            vary = {},
            tags = "news:{id}",
            keySource = KeySource.SIGNATURE,
            statuses = 200,
            requestDirectives = RequestDirectives.HONOR,
            unkeyedReads = UnkeyedReads.HIDE,
            near = NearCopies.ON)
    String show(int id) {
        return "" + id;
    }

    @Get("/live")
    @NoHttpCache
    String live() {
        return "";
    }

    @Post
    @SuppressWarnings("httpcached:missing-invalidation")
    String create(@Body String news) {
        return news;
    }
}

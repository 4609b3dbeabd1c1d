package warnings;

import io.httpcached.annotation.HttpCacheInvalidate;
import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;

@Controller("/articles")
class ArticleController {

    @Get("{?offset}")
    @HttpCached(ttl = "1m", tags = "articles")
    String list(@QueryValue(defaultValue = "0") int offset) {
        return "";
    }

    @Get("/{slug}")
    @HttpCached(ttl = "1m", tags = "article:{slug}")
    String show(String slug) {
        return slug;
    }

    @Get("/{slug}/comments")
    @HttpCached(ttl = "1m")
    String comments(String slug) {
        return slug;
    }

    /** Its own path is that of the list, and no entry shows the new article. */
    @Post
    @HttpCacheInvalidate(tags = "articles")
    void create(@Body String article) {}

    @Put("/{slug}")
    void update(String slug) {} // warning: update handles PUT and does not invalidate the responses of list, comments

    @Post("/{slug}/favorite")
    void favorite(@PathVariable("slug") String name) {} // warning: favorite handles POST and does not invalidate the responses of list, show, comments

    @Delete("/{article}/favorite")
    void unfavorite(String article) {} // warning: unfavorite handles DELETE and does not invalidate the responses of list, show, comments

    @Post("/{slug}/comments")
    void comment(String slug) {} // warning: comment handles POST and does not invalidate the responses of list, show

    @Delete("/{slug}/comments/{id}")
    void removeComment(String slug, long id) {} // warning: removeComment handles DELETE and does not invalidate the responses of list, show, comments

    @Post("/{slug}/share")
    @SuppressWarnings("httpcached:missing-invalidation")
    void share(String slug) {}

    @Post("/{slug}/publication")
    @HttpCacheInvalidate(tags = {"articles", "article:{slug}"})
    void publish(String slug) {}
}

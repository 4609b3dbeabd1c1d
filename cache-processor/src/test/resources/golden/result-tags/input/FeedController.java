package golden;

import io.httpcached.CacheTags;
import io.httpcached.annotation.HttpCacheInvalidate;
import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;

@Controller("/feed")
class FeedController {

    @Get
    @HttpCached(ttl = "1m", tags = "feed", resultTags = "entry:*")
    String list(CacheTags tags, @QueryValue(defaultValue = "20") int limit) {
        tags.add("entry:1");
        return "";
    }

    @Put("/entries/{id}")
    @HttpCacheInvalidate(tags = "entry:{id}")
    void update(long id, CacheTags tags) {}
}

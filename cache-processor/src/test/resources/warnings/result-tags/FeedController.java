package warnings;

import io.httpcached.CacheTags;
import io.httpcached.annotation.HttpCacheInvalidate;
import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;

@Controller("/feed")
class FeedController {

    @Get
    @HttpCached(ttl = "1m", resultTags = "entry:*")
    String list(CacheTags tags) {
        return "";
    }

    @Put("/{id}")
    @HttpCacheInvalidate(tags = "entry:{id}")
    void update(long id) {}
}

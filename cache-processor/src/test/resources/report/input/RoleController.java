package report;

import io.httpcached.CacheTags;
import io.httpcached.annotation.HttpCacheInvalidate;
import io.httpcached.annotation.HttpCached;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import java.util.UUID;

/** {@code options} is a value of some variables only, and {@code expert} is also the name of a constant. */
@Controller("/roles")
class RoleController {

    enum Level {
        BEGINNER,
        EXPERT
    }

    @Get("/options")
    @HttpCached(ttl = "1h", tags = "role:options")
    String options() {
        return "";
    }

    @Get("/expert")
    @HttpCached(ttl = "1h")
    String expert(CacheTags tags) {
        return "";
    }

    @Delete("/{id}")
    @SuppressWarnings("httpcached:missing-invalidation")
    void byNumber(long id) {}

    @Put("/{id}")
    @SuppressWarnings("httpcached:missing-invalidation")
    void byUuid(UUID id) {}

    @Patch("/{level}")
    @SuppressWarnings("httpcached:missing-invalidation")
    void byConstant(Level level) {}

    @Post("/{name}")
    @SuppressWarnings("httpcached:missing-invalidation")
    void byName(String name) {}

    @Post("/{id:[0-9]+}/name")
    @HttpCacheInvalidate(tags = "role:{id}", paths = "/roles/{id}")
    void rename(int id) {}

    @Put("/{flag}/flag")
    @HttpCacheInvalidate(paths = "/roles/{flag}")
    void byFlag(boolean flag) {}

    @Put("/{id}/absent")
    @HttpCacheInvalidate(paths = "/roles/{id}")
    void byNullable(@Nullable Integer id) {}
}

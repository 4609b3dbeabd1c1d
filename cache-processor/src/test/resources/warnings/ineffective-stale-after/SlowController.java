package warnings;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

@Controller("/slow")
class SlowController {

    @Get("/alone")
    @HttpCached(ttl = "1m", staleAfter = "200ms")
    String alone() { // warning: @HttpCached(staleAfter = "200ms") applies only to responses that set stale-if-error themselves
        return "";
    }

    @Get("/revalidated")
    @HttpCached(ttl = "1m", staleWhileRevalidate = "1m", staleAfter = "1s500ms")
    String revalidated() { // warning: @HttpCached(staleAfter = "1s500ms") applies only to responses that set stale-if-error themselves
        return "";
    }

    @Get("/silenced")
    @HttpCached(ttl = "1m", staleAfter = "200ms")
    @SuppressWarnings("httpcached:ineffective-stale-after")
    String silenced() {
        return "";
    }
}

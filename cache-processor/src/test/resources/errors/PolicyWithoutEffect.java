package errors;

import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.NearCopies;
import io.httpcached.annotation.RequestDirectives;
import io.httpcached.annotation.UnkeyedReads;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

@Controller("/refused")
class PolicyWithoutEffect {

    @Get
    @HttpCached(
            policy = "news",
            ttl = "10m",
            clientTtl = "1m",
            staleWhileRevalidate = "1m",
            staleIfError = "1h",
            jitter = "10%",
            refreshAhead = "20%",
            staleAfter = "200ms",
            statuses = {200, 404},
            requestDirectives = RequestDirectives.IGNORE,
            unkeyedReads = UnkeyedReads.WARN,
            near = NearCopies.OFF,
            namespace = "news",
            backend = "redis",
            codec = "json")
    String show() { // error: @HttpCached(policy = "news") has no effect
        return "";
    }
}

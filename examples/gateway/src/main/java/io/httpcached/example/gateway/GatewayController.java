package io.httpcached.example.gateway;

import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.KeySource;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Options;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import reactor.core.publisher.Mono;

/** Forwards requests for every path to the origin. */
@Controller
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
class GatewayController {

    private static final String ROOT = "/";
    private static final String ANY_PATH = "/{+path}";

    private final Origin origin;

    GatewayController(Origin origin) {
        this.origin = origin;
    }

    /**
     * Forwards GET and HEAD requests. The route has no {@code ttl}: the origin's header fields decide what is stored,
     * and for how long.
     *
     * @param request the client's request, or the cache's own request for a response that it can store
     * @return the origin's response
     */
    @Get(uris = {ROOT, ANY_PATH})
    @HttpCached(keySource = KeySource.REQUEST_URI)
    Mono<HttpResponse<OriginBody>> read(HttpRequest<?> request) {
        return origin.forward(request);
    }

    /**
     * Forwards the methods that change something, and OPTIONS. A successful unsafe request invalidates the stored
     * responses of its path.
     *
     * @param request the client's request
     * @return the origin's response
     */
    @Post(uris = {ROOT, ANY_PATH})
    @Put(uris = {ROOT, ANY_PATH})
    @Patch(uris = {ROOT, ANY_PATH})
    @Delete(uris = {ROOT, ANY_PATH})
    @Options(uris = {ROOT, ANY_PATH})
    @SuppressWarnings("httpcached:missing-invalidation") // only the origin knows what else has changed
    Mono<HttpResponse<OriginBody>> change(HttpRequest<?> request) {
        return origin.forward(request);
    }
}

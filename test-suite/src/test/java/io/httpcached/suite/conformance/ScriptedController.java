package io.httpcached.suite.conformance;

import io.httpcached.annotation.CacheScope;
import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.KeySource;
import io.httpcached.annotation.RequestDirectives;
import io.httpcached.suite.conformance.Case.Handler;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.CustomHttpMethod;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Options;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.context.ServerRequestContext;
import java.nio.charset.StandardCharsets;

/**
 * Returns the responses of the cases. The routes differ only in their annotations; {@code /uri} has no {@code ttl}, as
 * in a gateway, and is the only one that unsafe requests invalidate.
 */
@Controller(produces = MediaType.ALL)
@Requires(property = "scenario", value = "conformance")
@SuppressWarnings("httpcached:missing-invalidation") // the cases invalidate by path only
class ScriptedController {

    private final Scripts scripts;

    ScriptedController(Scripts scripts) {
        this.scripts = scripts;
    }

    @Get("/uri/{+path}")
    @HttpCached(keySource = KeySource.REQUEST_URI)
    HttpResponse<byte[]> uri(String path, HttpRequest<?> request) {
        return answer(request);
    }

    @Get("/ttl/{+path}")
    @HttpCached(keySource = KeySource.REQUEST_URI, ttl = "60s")
    HttpResponse<byte[]> ttl(String path, HttpRequest<?> request) {
        return answer(request);
    }

    @Get("/statuses/{+path}")
    @HttpCached(
            keySource = KeySource.REQUEST_URI,
            ttl = "60s",
            statuses = {200, 404})
    HttpResponse<byte[]> statuses(String path, HttpRequest<?> request) {
        return answer(request);
    }

    @Get("/windows/{+path}")
    @HttpCached(keySource = KeySource.REQUEST_URI, ttl = "60s", staleWhileRevalidate = "30s", staleIfError = "90s")
    HttpResponse<byte[]> windows(String path, HttpRequest<?> request) {
        return answer(request);
    }

    @Get("/client-ttl/{+path}")
    @HttpCached(keySource = KeySource.REQUEST_URI, ttl = "60s", clientTtl = "10s")
    HttpResponse<byte[]> clientTtl(String path, HttpRequest<?> request) {
        return answer(request);
    }

    @Get("/signature/{id}")
    @HttpCached
    HttpResponse<byte[]> signature(String id) {
        return answer(ServerRequestContext.currentRequest().orElseThrow());
    }

    @Get("/deaf/{+path}")
    @HttpCached(keySource = KeySource.REQUEST_URI, requestDirectives = RequestDirectives.IGNORE)
    HttpResponse<byte[]> deaf(String path, HttpRequest<?> request) {
        return answer(request);
    }

    @Get("/public/{+path}")
    @HttpCached(keySource = KeySource.REQUEST_URI, scope = CacheScope.PUBLIC)
    HttpResponse<byte[]> everybody(String path, HttpRequest<?> request) {
        return answer(request);
    }

    @Get("/private/{+path}")
    @HttpCached(keySource = KeySource.REQUEST_URI, scope = CacheScope.PRIVATE)
    HttpResponse<byte[]> personal(String path, HttpRequest<?> request) {
        return answer(request);
    }

    @Get("/vary/{+path}")
    @HttpCached(
            keySource = KeySource.REQUEST_URI,
            vary = {"Accept-Language", "X-Tenant"})
    HttpResponse<byte[]> vary(String path, HttpRequest<?> request) {
        return answer(request);
    }

    @Post("/uri/{+path}")
    HttpResponse<byte[]> post(String path, HttpRequest<?> request) {
        return answer(request);
    }

    @Put("/uri/{+path}")
    HttpResponse<byte[]> put(String path, HttpRequest<?> request) {
        return answer(request);
    }

    @Delete("/uri/{+path}")
    HttpResponse<byte[]> delete(String path, HttpRequest<?> request) {
        return answer(request);
    }

    @Patch("/uri/{+path}")
    HttpResponse<byte[]> patch(String path, HttpRequest<?> request) {
        return answer(request);
    }

    @Options("/uri/{+path}")
    HttpResponse<byte[]> options(String path, HttpRequest<?> request) {
        return answer(request);
    }

    @CustomHttpMethod(method = "M-SEARCH", uri = "/uri/{+path}")
    HttpResponse<byte[]> search(String path, HttpRequest<?> request) {
        return answer(request);
    }

    private HttpResponse<byte[]> answer(HttpRequest<?> request) {
        Handler handler = scripts.find(request).called(request);
        if (handler.fails()) {
            throw new Failure();
        }
        MutableHttpResponse<byte[]> response = HttpResponse.status(handler.status(), "");
        handler.fields().stream().map(Script.Field::of).forEach(field -> response.header(field.name(), field.value()));
        return response.body(handler.body().getBytes(StandardCharsets.UTF_8));
    }

    /** The exception of a handler that fails, without a stack trace, which would only fill the log. */
    private static final class Failure extends RuntimeException {

        private static final long serialVersionUID = 1;

        Failure() {
            super("The case says so", null, false, false);
        }
    }
}

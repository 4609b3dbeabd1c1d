package errors;

import io.httpcached.annotation.HttpCacheInvalidate;
import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;

@Controller("/refused")
class Expressions {

    @Get("/{id}")
    @HttpCached(tags = "product:#{id}")
    String tag(long id) { // error: @HttpCached(tags = "product:#{id}") contains an expression
        return "";
    }

    @Get("/several/{id}")
    @HttpCached(tags = {"products", "product:#{ id }"})
    String tags(long id) { // error: @HttpCached(tags = "product:#{ id }") contains an expression
        return "";
    }

    @Get("/ttl")
    @HttpCached(ttl = "#{1 + 1}m")
    String ttl() { // error: @HttpCached(ttl = "#{1 + 1}m") contains an expression
        return "";
    }

    @Get("/jitter")
    @HttpCached(jitter = "#{10}%")
    String jitter() { // error: @HttpCached(jitter = "#{10}%") contains an expression
        return "";
    }

    @Get("/client-ttl")
    @HttpCached(clientTtl = "#{'1m'}")
    String clientTtl() { // error: @HttpCached(clientTtl = "#{'1m'}") contains an expression
        return "";
    }

    @Get("/refresh")
    @HttpCached(staleWhileRevalidate = "#{'1m'}")
    String refresh() { // error: @HttpCached(staleWhileRevalidate = "#{'1m'}") contains an expression
        return "";
    }

    @Get("/failure")
    @HttpCached(staleIfError = "#{'1m'}")
    String failure() { // error: @HttpCached(staleIfError = "#{'1m'}") contains an expression
        return "";
    }

    @Get("/namespace")
    @HttpCached(namespace = "#{'catalog'}")
    String namespace() { // error: @HttpCached(namespace = "#{'catalog'}") contains an expression
        return "";
    }

    @Get("/backend")
    @HttpCached(backend = "#{'redis'}")
    String backend() { // error: @HttpCached(backend = "#{'redis'}") contains an expression
        return "";
    }

    @Get("/policy")
    @HttpCached(policy = "#{'slow'}")
    String policy() { // error: @HttpCached(policy = "#{'slow'}") contains an expression
        return "";
    }

    @Get("/vary")
    @HttpCached(vary = "#{'X-Tenant'}")
    String vary() { // error: @HttpCached(vary = "#{'X-Tenant'}") contains an expression
        return "";
    }

    @Put("/{id}")
    @HttpCacheInvalidate(tags = "product:#{id}")
    void changeTag(long id) {} // error: @HttpCacheInvalidate(tags = "product:#{id}") contains an expression

    @Put("/path/{id}")
    @HttpCacheInvalidate(paths = "/products/#{id}")
    void changePath(long id) {} // error: @HttpCacheInvalidate(paths = "/products/#{id}") contains an expression

    @Put("/namespace/{id}")
    @HttpCacheInvalidate(namespace = "#{'catalog'}")
    void changeNamespace(long id) {} // error: @HttpCacheInvalidate(namespace = "#{'catalog'}") contains an expression
}

package errors;

import io.httpcached.annotation.HttpCacheInvalidate;
import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.client.annotation.Client;
import jakarta.inject.Singleton;

@Controller("/refused")
class MisplacedInvalidations {

    @HttpCacheInvalidate(tags = "things")
    void helper() {} // error: @HttpCacheInvalidate is on a method that is not a route

    @Error
    @HttpCacheInvalidate(tags = "things")
    String error(Exception problem) { // error: @HttpCacheInvalidate is on a method that is not a route
        return "";
    }

    @Post("/static")
    @HttpCacheInvalidate(tags = "things")
    @HttpCacheInvalidate(paths = "/things")
    static void fixed() {} // error: @HttpCacheInvalidate is on a static method, which is not a route

    @Get("/static")
    @HttpCached
    static String cached() { // error: @HttpCached is on a static method, which is not a route
        return "";
    }

    @Client("/refused")
    interface Remote {

        @Put
        @HttpCacheInvalidate(tags = "things")
        String update(); // error: @HttpCacheInvalidate is on a method of a client
    }

    @Singleton
    static class Service {

        @HttpCacheInvalidate(tags = "things")
        void save() {} // error: @HttpCacheInvalidate is on a method that is not a route
    }
}

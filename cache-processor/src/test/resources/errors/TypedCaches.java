package errors;

import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.TypedHttpCache;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import jakarta.inject.Singleton;

class TypedCaches {

    @Controller("/typed-taken")
    @TypedHttpCache
    static class Taken { // error: @TypedHttpCache cannot generate TypedCaches_TakenCache

        @Get
        @HttpCached(ttl = "1m")
        String show() {
            return "";
        }
    }

    @Controller("/typed-uncached")
    @TypedHttpCache
    static class Uncached { // error: @TypedHttpCache is on a class without cached routes

        @Get
        String show() {
            return "";
        }
    }

    @Singleton
    @TypedHttpCache
    static class Service {} // error: @TypedHttpCache is on a class without cached routes
}

class TypedCaches_TakenCache {}

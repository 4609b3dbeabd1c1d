package golden;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

public class Api {

    public enum Size {
        SMALL,
        LARGE
    }

    @Controller("/v1")
    public static class V1 {

        @Get("/{size}")
        @HttpCached(ttl = "1m")
        public String show(Size size) {
            return "" + size;
        }
    }

    @Controller("/v2")
    protected static class V2 {

        @Get("/{size}/{limit}")
        @HttpCached(ttl = "1m")
        String show(Size size, Limit limit) {
            return "" + size;
        }

        record Limit(int value) {}
    }
}

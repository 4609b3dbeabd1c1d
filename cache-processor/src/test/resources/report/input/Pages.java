package report;

import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.KeySource;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpParameters;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.Locale;

interface Pages {

    @Controller
    class Home {

        @Get(uris = {"/", "/index.html"})
        @HttpCached(ttl = "1m")
        String home() {
            return "";
        }
    }

    @Controller("/files")
    class Files {

        @Get("/{+path}")
        @HttpCached(ttl = "1m", keySource = KeySource.REQUEST_URI)
        byte[] file(String path) {
            return new byte[0];
        }
    }

    @Controller("/search")
    class Search {

        @Get
        @HttpCached(ttl = "1m")
        @SuppressWarnings("httpcached:unbounded-query")
        String search(HttpParameters parameters, @Nullable Locale locale) {
            return "";
        }
    }
}

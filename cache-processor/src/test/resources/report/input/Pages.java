package report;

import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.KeyContribution;
import io.httpcached.annotation.KeyContributor;
import io.httpcached.annotation.KeySource;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import jakarta.inject.Singleton;
import java.util.Locale;

interface Pages {

    @Singleton
    class ReaderKey implements KeyContributor {

        @Override
        public KeyContribution contribute(HttpRequest<?> request) {
            return KeyContribution.of("reader");
        }
    }

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
        @HttpCached(
                ttl = "1m",
                keySource = KeySource.REQUEST_URI,
                key = ReaderKey.class,
                ignoredParameters = {"utm_*", "fbclid"})
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

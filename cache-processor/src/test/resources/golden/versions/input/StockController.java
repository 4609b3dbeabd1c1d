package golden;

import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.VersionSource;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

@Controller("/stock")
class StockController {

    @Get("/{id}")
    @HttpCached(ttl = "1m", version = Versions.class)
    String show(long id) {
        return "";
    }

    @Singleton
    static class Versions implements VersionSource {

        @Override
        public CompletionStage<Optional<String>> version(HttpRequest<?> request, Map<String, Object> variables) {
            return CompletableFuture.completedFuture(Optional.of("1"));
        }
    }
}

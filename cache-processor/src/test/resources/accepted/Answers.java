package accepted;

import io.httpcached.annotation.HttpCached;
import io.micronaut.core.io.Writable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Controller("/answers")
@HttpCached(ttl = "1m")
class Answers {

    @Get("/bytes")
    @Produces("image/png")
    byte[] bytes() {
        return new byte[0];
    }

    @Get("/writable")
    @Produces("text/html")
    Writable writable() {
        return writer -> writer.write("");
    }

    @Get("/lines")
    @Produces("application/x-ndjson")
    String lines() {
        return "";
    }

    @Get("/parts")
    @Produces("multipart/mixed")
    byte[] parts() {
        return new byte[0];
    }

    @Get("/several-types")
    @Produces({"application/json", "text/html"})
    Map<String, String> severalTypes() {
        return Map.of();
    }

    @Get("/list-later")
    CompletableFuture<List<String>> listLater() {
        return CompletableFuture.completedFuture(List.of());
    }

    @Get("/whole-flux")
    Mono<List<String>> wholeFlux() {
        return Flux.<String>empty().collectList();
    }

    @Get("/response-later")
    Mono<HttpResponse<byte[]>> responseLater() {
        return Mono.empty();
    }

    @Get("/nothing-but-a-status")
    HttpResponse<?> nothingButAStatus() {
        return HttpResponse.noContent();
    }
}

package golden;

import io.httpcached.annotation.HttpCached;
import io.micronaut.core.async.annotation.SingleResult;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Controller("/answers")
@HttpCached(ttl = "1m")
class AnswerController {

    @Get("/bytes")
    byte[] bytes() {
        return new byte[0];
    }

    @Get("/list")
    List<String> list() {
        return List.of();
    }

    @Get("/object")
    Object object() {
        return "";
    }

    @Get("/optional")
    Optional<String> optional() {
        return Optional.empty();
    }

    @Get("/response")
    HttpResponse<?> response() {
        return HttpResponse.ok();
    }

    @Get("/empty-response")
    HttpResponse<Void> emptyResponse() {
        return HttpResponse.noContent();
    }

    @Get("/stage")
    CompletionStage<HttpResponse<String>> stage() {
        return CompletableFuture.completedFuture(HttpResponse.ok(""));
    }

    @Get("/mono")
    Mono<Optional<String>> mono() {
        return Mono.empty();
    }

    @Get("/single")
    @SingleResult
    Publisher<String> single() {
        return Mono.empty();
    }

    @Get(value = "/single-get", single = true)
    Flux<String> singleGet() {
        return Flux.empty();
    }

    @Get("/publisher")
    Publisher<HttpResponse<String>> publisher() {
        return Mono.empty();
    }
}

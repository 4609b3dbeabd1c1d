package errors;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Controller("/refused")
class StreamedElementsInside {

    @Get("/response")
    @HttpCached
    HttpResponse<Flux<String>> response() { // error: @HttpCached is on a method that streams its response (Flux)
        return HttpResponse.ok();
    }

    @Get("/mono")
    @HttpCached
    Mono<HttpResponse<Flux<String>>> mono() { // error: @HttpCached is on a method that streams its response (Flux)
        return Mono.empty();
    }
}

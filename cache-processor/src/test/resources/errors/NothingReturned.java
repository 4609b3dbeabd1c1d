package errors;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.concurrent.CompletionStage;
import reactor.core.publisher.Mono;

@Controller("/refused")
class NothingReturned {

    @Get("/void")
    @HttpCached
    void nothing() {} // error: @HttpCached is on a method that returns void

    @Get("/mono")
    @HttpCached
    Mono<Void> mono() { // error: @HttpCached is on a method that returns Void
        return Mono.empty();
    }

    @Get("/stage")
    @HttpCached
    CompletionStage<Void> stage() { // error: @HttpCached is on a method that returns Void
        throw new UnsupportedOperationException();
    }
}

package errors;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.sse.Event;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Controller("/refused")
class ServerSentEvents {

    @Get("/events")
    @HttpCached
    Publisher<Event<String>> events() { // error: @HttpCached is on a method that streams its response (Publisher)
        return Flux.empty();
    }

    @Get("/event")
    @HttpCached
    Mono<Event<String>> event() { // error: @HttpCached is on a method that streams its response (Event)
        return Mono.empty();
    }
}

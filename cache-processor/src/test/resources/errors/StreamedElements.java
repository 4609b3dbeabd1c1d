package errors;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.concurrent.Flow;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

@Controller("/refused")
class StreamedElements {

    @Get("/flux")
    @HttpCached
    Flux<String> flux() { // error: @HttpCached is on a method that streams its response (Flux)
        return Flux.empty();
    }

    @Get("/publisher")
    @HttpCached
    Publisher<String> publisher() { // error: @HttpCached is on a method that streams its response (Publisher)
        return Flux.empty();
    }

    @Get("/flow")
    @HttpCached
    Flow.Publisher<String> flow() { // error: @HttpCached is on a method that streams its response (Publisher)
        throw new UnsupportedOperationException();
    }
}

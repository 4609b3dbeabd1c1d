package errors;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.http.server.types.files.SystemFile;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

@Controller("/refused")
class StreamedFilesInside {

    @Get("/optional")
    @HttpCached
    Optional<InputStream> optional() { // error: @HttpCached is on a method that streams its response (InputStream)
        return Optional.empty();
    }

    @Get("/response")
    @HttpCached
    HttpResponse<StreamedFile> response() { // error: @HttpCached is on a method that streams its response (StreamedFile)
        return HttpResponse.ok();
    }

    @Get("/stage")
    @HttpCached
    CompletionStage<HttpResponse<SystemFile>> stage() { // error: @HttpCached is on a method that streams its response (SystemFile)
        throw new UnsupportedOperationException();
    }
}

package errors;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.server.types.files.StreamedFile;
import kotlin.Unit;
import kotlin.coroutines.Continuation;

/** As Kotlin compiles functions that suspend. */
@Controller("/refused")
class SuspendedFiles {

    @Get("/file")
    @HttpCached
    Object file(Continuation<? super StreamedFile> continuation) { // error: @HttpCached is on a method that streams its response (StreamedFile)
        return "";
    }

    @Get("/nothing")
    @HttpCached
    Object nothing(Continuation<? super Unit> continuation) { // error: @HttpCached is on a method that returns void
        return "";
    }
}

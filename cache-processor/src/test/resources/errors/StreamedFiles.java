package errors;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.http.server.types.files.SystemFile;
import java.io.File;
import java.io.InputStream;

@Controller("/refused")
class StreamedFiles {

    @Get("/stream")
    @HttpCached
    InputStream stream() { // error: @HttpCached is on a method that streams its response (InputStream)
        return InputStream.nullInputStream();
    }

    @Get("/streamed-file")
    @HttpCached
    StreamedFile streamedFile() { // error: @HttpCached is on a method that streams its response (StreamedFile)
        throw new UnsupportedOperationException();
    }

    @Get("/system-file")
    @HttpCached
    SystemFile systemFile() { // error: @HttpCached is on a method that streams its response (SystemFile)
        throw new UnsupportedOperationException();
    }

    @Get("/file")
    @HttpCached
    File file() { // error: @HttpCached is on a method that streams its response (File)
        throw new UnsupportedOperationException();
    }
}

package golden;

import io.httpcached.annotation.HttpCached;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;

@Controller("/files")
@HttpCached(ttl = "1h")
@SuppressWarnings("httpcached:unbounded-query")
class FileController {

    @Get("/raw/{+path}")
    String raw(String path) {
        return "";
    }

    @Get("/rest{/path:.*}")
    String rest(@Nullable String path) {
        return "";
    }

    @Get("/months{/year,month}")
    String months(@PathVariable @Nullable Integer year, @PathVariable(defaultValue = "1") int month) {
        return "";
    }

    @Get("/named/{name}{.extension}")
    String named(String name, @PathVariable @Nullable String extension) {
        return "";
    }

    @Get("/short/{code:3}")
    String shortened(String code) {
        return "";
    }

    @Get("/versions/{major:[0-9]+}.{minor:[0-9]+}")
    String version(int major, int minor) {
        return "";
    }

    @Get("/sought/{folder}{?text,limit}")
    String sought(String folder, @Nullable String text, @Nullable Integer limit) {
        return "";
    }
}

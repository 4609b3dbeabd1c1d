package golden;

import io.httpcached.annotation.HttpCached;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.convert.format.Format;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

@Controller("/lists")
@HttpCached(ttl = "1h")
@SuppressWarnings("httpcached:unbounded-query")
class ListController {

    @Get("/exploded{?tags*}")
    String exploded(List<String> tags) {
        return "";
    }

    @Get("/plain")
    String plain(@Nullable Set<Integer> ids, @Nullable String[] names) {
        return "";
    }

    @Get("/formats")
    String formats(
            @Format("csv") @QueryValue List<String> commas,
            @Format("SSV") @QueryValue Collection<String> blanks,
            @Format("pipes") @QueryValue Optional<List<String>> bars) {
        return "";
    }

    @Get("/defaults")
    String defaults(@QueryValue(defaultValue = "1") List<Integer> ids) {
        return "";
    }
}

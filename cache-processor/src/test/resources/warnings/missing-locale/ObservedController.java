package warnings;

import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.UnkeyedReads;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.views.View;
import java.util.Map;

@Controller("/observed")
@HttpCached(ttl = "1m", unkeyedReads = UnkeyedReads.HIDE)
class ObservedController {

    @View("page")
    @Get
    Map<String, Object> show() {
        return Map.of();
    }
}

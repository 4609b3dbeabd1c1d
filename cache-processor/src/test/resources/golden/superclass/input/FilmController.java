package golden;

import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.NoHttpCache;
import io.micronaut.http.annotation.Controller;
import java.util.List;
import java.util.UUID;

@Controller("/films")
@HttpCached(ttl = "1h")
class FilmController extends CrudController<String, UUID> {

    @Override
    @NoHttpCache
    String latest() {
        return "";
    }

    @Override
    List<String> list() {
        return List.of();
    }

    @Override
    String find(UUID id) {
        return "" + id;
    }
}

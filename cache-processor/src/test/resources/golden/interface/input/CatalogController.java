package golden;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;

@Controller("/catalog")
class CatalogController implements Catalog<String> {

    @Override
    public String show(long id) {
        return "" + id;
    }

    @Override
    @HttpCached(ttl = "1m")
    public String all(int limit) {
        return "" + limit;
    }
}

package golden;

import io.httpcached.annotation.HttpCacheInvalidate;
import io.micronaut.http.annotation.Controller;

@Controller("/items")
class ItemController extends Storage<String> implements Crud<String> {

    @Override
    public String show(long id) {
        return "";
    }

    @Override
    public String update(long id, String item) {
        return "";
    }

    /** Invalidates what it declares itself, and not what it inherits. */
    @Override
    @HttpCacheInvalidate(tags = "items")
    public String change(long id, String item) {
        return "";
    }

    @Override
    public void delete(long id) {}
}

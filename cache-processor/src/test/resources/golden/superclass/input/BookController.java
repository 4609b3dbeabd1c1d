package golden;

import io.micronaut.http.annotation.Controller;

@Controller("/books")
class BookController extends CrudController<String, Long> {

    @Override
    String latest() {
        return "";
    }

    @Override
    String find(Long id) {
        return "" + id;
    }
}

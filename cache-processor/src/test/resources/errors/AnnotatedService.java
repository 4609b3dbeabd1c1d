package errors;

import io.httpcached.annotation.HttpCached;
import jakarta.inject.Singleton;

@Singleton
@HttpCached
class AnnotatedService { // error: @HttpCached is on a class without a GET route

    String find(long id) {
        return "";
    }
}

package errors;

import io.httpcached.annotation.HttpCached;
import jakarta.inject.Singleton;

@Singleton
class Services {

    @HttpCached
    String find(long id) { // error: @HttpCached is on a method that is not a route
        return "";
    }
}

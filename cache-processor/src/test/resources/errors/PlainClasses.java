package errors;

import io.httpcached.annotation.HttpCached;

class PlainClasses {

    @HttpCached(ttl = "1m")
    String find(long id) { // error: @HttpCached is on a method that is not a route
        return "";
    }
}

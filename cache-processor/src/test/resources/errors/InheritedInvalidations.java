package errors;

import io.httpcached.annotation.HttpCacheInvalidate;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Put;

interface InheritedInvalidations {

    @Put("/{id}")
    @HttpCacheInvalidate(tags = "thing:{thing}")
    default void update(long id) {} // error: The tag "thing:{thing}" refers to {thing}, which is not a parameter of update

    @Controller("/one")
    class One implements InheritedInvalidations {}

    @Controller("/two")
    class Two implements InheritedInvalidations {}
}

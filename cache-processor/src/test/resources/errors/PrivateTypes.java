package errors;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

class PrivateTypes {

    @Controller("/refused/private")
    private static class Hidden { // error: The controller Hidden is private

        @Get
        @HttpCached
        String show() {
            return "";
        }
    }

    @Controller("/refused")
    static class Visible {

        @Get("/{id}")
        @HttpCached
        String show(
                Id id) { // error: The type of the parameter 'id' is not accessible outside the class that declares it
            return "";
        }

        private record Id(long value) {}
    }
}

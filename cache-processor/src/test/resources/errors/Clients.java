package errors;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.client.annotation.Client;

@Client("/refused")
interface Clients {

    @Get
    @HttpCached
    String show(); // error: @HttpCached is on a method of a client
}

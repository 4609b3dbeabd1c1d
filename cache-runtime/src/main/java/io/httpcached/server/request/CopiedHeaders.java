package io.httpcached.server.request;

import io.micronaut.core.convert.ConversionService;
import io.micronaut.http.CaseInsensitiveMutableHttpHeaders;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MutableHttpHeaders;

/** Copies of header fields, for requests that are to differ from the client's. */
final class CopiedHeaders {

    private CopiedHeaders() {}

    /** {@return a copy to the letter; the original came from the wire and needs no second validation} */
    static MutableHttpHeaders of(HttpHeaders original) {
        MutableHttpHeaders copy = new CaseInsensitiveMutableHttpHeaders(false, ConversionService.SHARED);
        original.forEachValue(copy::add);
        return copy;
    }
}

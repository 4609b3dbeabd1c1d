package io.httpcached.server.netty;

import io.netty.handler.codec.http.DefaultHttpHeaders;

/**
 * The header fields of a response from the store, by which Netty's side of the server recognizes it. They do not validate the
 * lines that are added, because {@link AsciiLines} and Micronaut's header fields do.
 */
final class StoredHeaders extends DefaultHttpHeaders {

    StoredHeaders() {
        super(name -> {}, value -> {});
    }
}

package errors;

import io.httpcached.annotation.HttpCached;
import io.micronaut.websocket.annotation.OnMessage;
import io.micronaut.websocket.annotation.ServerWebSocket;

@ServerWebSocket("/refused")
class Sockets {

    @OnMessage
    @HttpCached
    String message(String message) { // error: @HttpCached is on a method that is not a route
        return "";
    }
}

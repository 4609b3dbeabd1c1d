package errors;

import io.httpcached.annotation.HttpCached;
import io.micronaut.websocket.annotation.OnMessage;
import io.micronaut.websocket.annotation.ServerWebSocket;

@ServerWebSocket("/refused")
@HttpCached
class SocketClass { // error: @HttpCached is on a class without a GET route

    @OnMessage
    String message(String message) {
        return message;
    }
}

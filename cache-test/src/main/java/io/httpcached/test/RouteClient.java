package io.httpcached.test;

import io.micronaut.context.BeanProvider;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Sends requests to the server of the test over a socket, with a client that has no cache and follows no redirects. */
@Singleton
final class RouteClient {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final BeanProvider<EmbeddedServer> server;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    RouteClient(BeanProvider<EmbeddedServer> server) {
        this.server = server;
    }

    HttpResponse<String> send(RouteRequest request) {
        BodyPublisher content =
                request.content() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(request.content());
        HttpRequest.Builder builder = HttpRequest.newBuilder(running().getURI().resolve(request.target()))
                .timeout(TIMEOUT)
                .method(request.method().name(), content);
        request.fields().forEach(builder::header);
        try {
            return client.send(builder.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(request + " received no response.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The thread was interrupted while it waited for " + request + '.', e);
        }
    }

    private EmbeddedServer running() {
        EmbeddedServer running = server.get();
        if (!running.isRunning()) {
            throw new IllegalStateException("CacheTester sends requests over a socket, but the server is not running."
                    + " Remove startApplication = false from @MicronautTest, or start the server.");
        }
        return running;
    }
}

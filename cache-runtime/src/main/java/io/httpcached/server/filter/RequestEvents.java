package io.httpcached.server.filter;

import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.event.HttpRequestReceivedEvent;
import io.micronaut.http.context.event.HttpRequestTerminatedEvent;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes the events between which a request exists, as the server does for the requests of clients. Thread-safe. */
@Singleton
final class RequestEvents {

    private static final Logger LOG = LoggerFactory.getLogger("io.httpcached");

    private final ApplicationEventPublisher<HttpRequestReceivedEvent> received;
    private final ApplicationEventPublisher<HttpRequestTerminatedEvent> terminated;

    RequestEvents(
            ApplicationEventPublisher<HttpRequestReceivedEvent> received,
            ApplicationEventPublisher<HttpRequestTerminatedEvent> terminated) {
        this.received = received;
        this.terminated = terminated;
    }

    /** Publishes that a request begins. An exception of a listener fails the request. */
    void received(HttpRequest<?> request) {
        received.publishEvent(new HttpRequestReceivedEvent(request));
    }

    /** Publishes that a request has ended, which destroys its request-scoped beans. */
    void terminated(HttpRequest<?> request) {
        try {
            terminated.publishEvent(new HttpRequestTerminatedEvent(request));
        } catch (RuntimeException e) {
            LOG.error("A listener failed at the end of the refresh of {}", request.getPath(), e);
        }
    }
}

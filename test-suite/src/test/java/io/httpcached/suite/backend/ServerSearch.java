package io.httpcached.suite.backend;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * Finds a real server for tests: looks at one place after another, and takes the first that has one. There is no way to go
 * on without: a test that needs a server fails if there is none, with all places that were looked at.
 */
final class ServerSearch {

    private final String name;
    private final Map<String, String> environment;
    private final List<Place> places = new ArrayList<>();

    private ServerSearch(String name, Map<String, String> environment) {
        this.name = name;
        this.environment = environment;
    }

    /**
     * Starts a search.
     *
     * @param name what is looked for, for messages
     */
    static ServerSearch of(String name) {
        return of(name, System.getenv());
    }

    /**
     * Starts a search.
     *
     * @param name what is looked for, for messages
     * @param environment the variables of the environment
     */
    static ServerSearch of(String name, Map<String, String> environment) {
        return new ServerSearch(name, environment);
    }

    /** Where a server may be. */
    @FunctionalInterface
    interface Place {

        /** {@return a server that listens, or why there is none here} */
        Verdict look();
    }

    /** What was seen at a place. */
    sealed interface Verdict {

        record Found(RealServer server) implements Verdict {}

        record Absent(String reason) implements Verdict {}
    }

    /**
     * Looks for a URL in the environment. It is an order, not an offer: if nothing listens there, the search fails.
     *
     * @param variable the name of the variable, whose value has a host and a port
     */
    ServerSearch environment(String variable) {
        return at(() -> Optional.ofNullable(environment.get(variable))
                .<Verdict>map(url -> new Verdict.Found(ordered(variable, URI.create(url))))
                .orElse(new Verdict.Absent("the environment variable " + variable + " is not set")));
    }

    /**
     * Looks for a program and starts it on a free port, until the JVM ends.
     *
     * @param description the program, for messages
     * @param program the program, if it is there
     */
    ServerSearch program(String description, Supplier<Optional<Program>> program) {
        return at(() -> program.get()
                .<Verdict>map(
                        found -> new Verdict.Found(ServerProcess.start(found).server()))
                .orElse(new Verdict.Absent(description + " was not found")));
    }

    /**
     * Looks for Docker and starts a container, until the JVM ends.
     *
     * @param image the image
     * @param port the port that the server listens on, inside
     */
    ServerSearch container(String image, int port) {
        return at(() -> DockerClientFactory.instance().isDockerAvailable()
                ? new Verdict.Found(started(image, port))
                : new Verdict.Absent("Docker does not answer"));
    }

    private ServerSearch at(Place place) {
        places.add(place);
        return this;
    }

    /**
     * Looks at all places in turn.
     *
     * @return the first server
     * @throws IllegalStateException if there is none; the message says what was tried
     */
    RealServer find() {
        List<String> reasons = new ArrayList<>();
        for (Place place : places) {
            Verdict verdict = place.look();
            if (verdict instanceof Verdict.Found found) {
                return found.server();
            }
            reasons.add(((Verdict.Absent) verdict).reason());
        }
        throw new IllegalStateException(
                "There is no " + name + " to test against: " + String.join("; ", reasons) + ".");
    }

    private static RealServer ordered(String variable, URI url) {
        if (!RealServer.listens(url.getHost(), url.getPort())) {
            throw new IllegalStateException("Nothing listens at " + url + ", which " + variable + " names.");
        }
        return new RealServer(url.getHost(), url.getPort(), variable);
    }

    // Testcontainers removes the container when the JVM ends.
    @SuppressWarnings("resource")
    private static RealServer started(String image, int port) {
        GenericContainer<?> container = new GenericContainer<>(DockerImageName.parse(image)).withExposedPorts(port);
        container.start();
        return new RealServer(container.getHost(), container.getMappedPort(port), "the container " + image);
    }
}

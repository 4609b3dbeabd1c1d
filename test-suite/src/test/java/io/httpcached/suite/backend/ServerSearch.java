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
 * Finds a real server for tests. It tries one place after another and takes the first server. If there is none, the
 * test fails, and the message lists all places that were tried.
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
     * @param name the name of the server in messages
     */
    static ServerSearch of(String name) {
        return of(name, System.getenv());
    }

    /**
     * Starts a search.
     *
     * @param name the name of the server in messages
     * @param environment the environment variables
     */
    static ServerSearch of(String name, Map<String, String> environment) {
        return new ServerSearch(name, environment);
    }

    /** A place where a server may be. */
    @FunctionalInterface
    interface Place {

        /** Returns a running server, or the reason why there is none in this place. */
        SearchResult look();
    }

    /** The result of a search in one place. */
    sealed interface SearchResult {

        record Found(RealServer server) implements SearchResult {}

        record Absent(String reason) implements SearchResult {}
    }

    /**
     * Adds a URL from an environment variable. If the variable is set but no server listens there, the search fails.
     *
     * @param variable the name of the variable, whose value contains a host and a port
     */
    ServerSearch environment(String variable) {
        return at(() -> Optional.ofNullable(environment.get(variable))
                .<SearchResult>map(url -> new SearchResult.Found(required(variable, URI.create(url))))
                .orElse(new SearchResult.Absent("the environment variable " + variable + " is not set")));
    }

    /**
     * Adds a program, which is started on a free port and runs until the JVM ends.
     *
     * @param description the description of the program in messages
     * @param program a supplier of the program, which is empty if the program does not exist
     */
    ServerSearch program(String description, Supplier<Optional<Program>> program) {
        return at(() -> program.get()
                .<SearchResult>map(found ->
                        new SearchResult.Found(ServerProcess.start(found).server()))
                .orElse(new SearchResult.Absent(description + " was not found")));
    }

    /**
     * Adds a Docker container, which runs until the JVM ends.
     *
     * @param image the name of the image
     * @param port the port of the server inside the container
     */
    ServerSearch container(String image, int port) {
        return at(() -> DockerClientFactory.instance().isDockerAvailable()
                ? new SearchResult.Found(started(image, port))
                : new SearchResult.Absent("Docker does not answer"));
    }

    private ServerSearch at(Place place) {
        places.add(place);
        return this;
    }

    /**
     * Tries all places in order.
     *
     * @return the first server
     * @throws IllegalStateException if there is no server; the message lists the places that were tried
     */
    RealServer find() {
        List<String> reasons = new ArrayList<>();
        for (Place place : places) {
            SearchResult verdict = place.look();
            if (verdict instanceof SearchResult.Found found) {
                return found.server();
            }
            reasons.add(((SearchResult.Absent) verdict).reason());
        }
        throw new IllegalStateException(
                "There is no " + name + " to test against: " + String.join("; ", reasons) + ".");
    }

    private static RealServer required(String variable, URI url) {
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

package io.httpcached.test;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * A user as the server knows it: the header field that identifies the user in each request. Immutable.
 *
 * <pre>{@code
 * TestUser ann = TestUser.basic("ann", "secret");
 * TestUser bob = TestUser.header("X-User", "bob");
 * }</pre>
 */
public final class TestUser {

    private static final String AUTHORIZATION = "Authorization";

    private final String name;
    private final String field;
    private final String value;

    private TestUser(String name, String field, String value) {
        this.name = name;
        this.field = field;
        this.value = value;
    }

    /**
     * Returns a user of basic authentication (RFC 7617).
     *
     * @param name the name of the user
     * @param password the password
     * @return the user
     */
    public static TestUser basic(String name, String password) {
        byte[] credentials = (name + ':' + password).getBytes(StandardCharsets.UTF_8);
        String encoded = Base64.getEncoder().encodeToString(credentials);
        return new TestUser(name, AUTHORIZATION, "Basic " + encoded);
    }

    /**
     * Returns a user with a token (RFC 6750), for example a JWT that a login has returned.
     *
     * @param token the token
     * @return the user
     */
    public static TestUser bearer(String token) {
        return new TestUser("the user of the token", AUTHORIZATION, "Bearer " + token);
    }

    /**
     * Returns a user that a header field identifies, for example {@code Cookie} with the session of a login.
     *
     * @param field the name of the field
     * @param value its value
     * @return the user
     */
    public static TestUser header(String field, String value) {
        return new TestUser(field + ": " + value, field, value);
    }

    String field() {
        return field;
    }

    String value() {
        return value;
    }

    boolean isSame(TestUser other) {
        return List.of(field, value).equals(List.of(other.field, other.value));
    }

    /**
     * Returns the name of the user for messages.
     *
     * @return the name, or the header field
     */
    @Override
    public String toString() {
        return name;
    }
}

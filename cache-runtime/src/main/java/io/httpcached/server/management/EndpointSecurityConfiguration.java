package io.httpcached.server.management;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.util.List;

/** The roles of the endpoint, in applications with micronaut-security. */
@ConfigurationProperties("endpoints." + HttpCacheEndpoint.ID)
public class EndpointSecurityConfiguration {

    private List<String> roles = List.of();

    /** {@return the roles whose users may use the sensitive endpoint} */
    public List<String> getRoles() {
        return roles;
    }

    /**
     * The roles whose users may use the sensitive endpoint, if the application has micronaut-security. Other users receive
     * 403, anonymous requests 401. Default value: none.
     *
     * @param roles the names of roles
     */
    public void setRoles(List<String> roles) {
        this.roles = List.copyOf(roles);
    }
}

package io.httpcached.core;

import java.util.ArrayList;
import java.util.List;

/** Selects the fields of a response that may be stored (RFC 9111 §3.1). */
final class StorableFields {

    /**
     * Fields of one connection or one proxy (RFC 9111 §3.1, RFC 9110 §7.6.1), and {@code Age}, which is part of the stored
     * lifetime.
     */
    private static final List<String> NEVER_STORED = List.of(
            "Age",
            "Connection",
            "Keep-Alive",
            "Proxy-Authenticate",
            "Proxy-Authentication-Info",
            "Proxy-Authorization",
            "Proxy-Connection",
            "TE",
            "Transfer-Encoding",
            "Upgrade");

    private StorableFields() {}

    /** {@return the fields of a response that do not depend on one connection or one moment} */
    static Fields endToEnd(Fields fields) {
        List<String> connection = Tokens.members(fields.all("Connection"));
        Fields left = fields.without(NEVER_STORED);
        return connection.isEmpty() ? left : left.without(connection);
    }

    /**
     * {@return the names of the fields that must not be stored} These are the fields that a qualified {@code no-cache} or
     * {@code private} names; the other fields can be used without validation (RFC 9111 §5.2.2.4, §5.2.2.7).
     */
    static List<String> withheld(ResponseDirectives directives, Sharing sharing) {
        if (!sharing.isShared() || directives.privateFields().isEmpty()) {
            return directives.noCacheFields();
        }
        List<String> names = new ArrayList<>(directives.noCacheFields());
        names.addAll(directives.privateFields());
        return names;
    }
}

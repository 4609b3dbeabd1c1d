package io.httpcached.core;

import java.util.ArrayList;
import java.util.List;

/** Picks the fields of a response that may be stored (RFC 9111 §3.1). */
final class StorableFields {

    /**
     * Fields of one connection or one proxy (RFC 9111 §3.1, RFC 9110 §7.6.1), and {@code Age}, which the stored lifetime
     * holds.
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

    /** {@return the fields of a response that concern more than one connection and one moment} */
    static Fields endToEnd(Fields fields) {
        List<String> left = new ArrayList<>(NEVER_STORED);
        left.addAll(Tokens.members(fields.all("Connection")));
        return fields.without(left);
    }

    /**
     * {@return the names of the fields that are not for storing} They are those that a qualified {@code no-cache} or
     * {@code private} names; the rest can be used without validation (RFC 9111 §5.2.2.4, §5.2.2.7).
     */
    static List<String> withheld(ResponseDirectives directives, Sharing sharing) {
        List<String> names = new ArrayList<>(directives.noCacheFields());
        if (sharing.isShared()) {
            names.addAll(directives.privateFields());
        }
        return names;
    }
}

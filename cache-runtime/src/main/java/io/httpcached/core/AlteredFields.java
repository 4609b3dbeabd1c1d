package io.httpcached.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Corrects the header fields of responses that filters changed after the cache had rendered them. */
public final class AlteredFields {

    private static final List<String> DESCRIBING_THE_BODY = List.of(
            "Accept-Ranges",
            "Content-Digest",
            "Content-Encoding",
            "Content-Length",
            "Content-MD5",
            "Content-Range",
            "Digest",
            "ETag",
            "Last-Modified",
            "Repr-Digest");

    private static final List<String> VALIDATORS = List.of("ETag", "Last-Modified");

    private static final String CACHE_CONTROL = "Cache-Control";

    private AlteredFields() {}

    /**
     * {@return the fields of a response whose body was replaced} A 304 or 206 response with a new body becomes a complete
     * response. The fields that describe the old body are removed, unless the filter set them. The lifetime of the policy was
     * meant for the old body, so the client has to ask again; only the filter knows for whom the new one is.
     *
     * @param current the fields now
     * @param rendered the fields as the cache rendered them
     * @param whole the fields of the corresponding full response, without a content coding of the cache
     * @param policyLifetime whether the lifetime of the response comes from the policy
     */
    public static Fields ofNewBody(Fields current, Fields rendered, Fields whole, boolean policyLifetime) {
        Fields fields = current;
        for (String name : DESCRIBING_THE_BODY) {
            boolean own = !current.all(name).equals(rendered.all(name));
            boolean ofHandler =
                    name.equals("Content-Encoding") && !whole.all(name).isEmpty();
            fields = own || ofHandler ? fields : fields.without(name);
        }
        String type = whole.first("Content-Type");
        if (type != null && isUnchanged(current, rendered, "Content-Type")) {
            fields = fields.with("Content-Type", type);
        }
        fields = fields.plus(missing(current, whole));
        return policyLifetime && isUnchanged(current, rendered, CACHE_CONTROL)
                ? fields.with(CACHE_CONTROL, noCache(rendered))
                : fields;
    }

    /**
     * {@return the fields of a response that a filter turned into an error by its status alone} The lifetime of the policy was
     * meant for the response that the cache rendered. With its validators, a later 304 would confirm a client's copy of the error
     * (RFC 9111 §4.3.3).
     *
     * @param current the fields now
     * @param rendered the fields as the cache rendered them
     * @param policyLifetime whether the lifetime of the response comes from the policy
     */
    public static Fields ofNewStatus(Fields current, Fields rendered, boolean policyLifetime) {
        Fields fields = current;
        for (String name : VALIDATORS) {
            fields = isUnchanged(current, rendered, name) ? fields.without(name) : fields;
        }
        return policyLifetime && isUnchanged(current, rendered, CACHE_CONTROL)
                ? fields.with(CACHE_CONTROL, noCache(rendered))
                : fields;
    }

    /**
     * {@return the fields of a response with a {@code Set-Cookie} that the cache did not render} No cache may store the cookie
     * of one client. {@code no-store} forbids it to all of them (RFC 9111 §5.2.2.5); {@code private} says the same to those
     * that do not know it. Fields that have precedence over {@code Cache-Control} are removed (RFC 9111 §5.3, RFC 9213 §2.2).
     *
     * @param current the fields now
     * @param rendered the fields as the cache rendered them
     */
    public static Fields withCookies(Fields current, Fields rendered) {
        if (current.all("Set-Cookie").equals(rendered.all("Set-Cookie")) || isForbidden(current, rendered)) {
            return current;
        }
        List<String> overriding = new ArrayList<>(List.of("Expires", "Surrogate-Control"));
        for (int i = 0; i < current.size(); i++) {
            if (isTargeted(current.name(i))) {
                overriding.add(current.name(i));
            }
        }
        return current.without(overriding).with(CACHE_CONTROL, "private, no-store");
    }

    /** Returns whether the filter or the handler already forbids caches to store the response. */
    private static boolean isForbidden(Fields current, Fields rendered) {
        ResponseDirectives directives = ResponseDirectives.of(current);
        boolean byFilter = directives.isPrivate()
                && directives.privateFields().isEmpty()
                && !isUnchanged(current, rendered, CACHE_CONTROL);
        return (directives.noStore() || byFilter) && !hasTargeted(current);
    }

    private static boolean hasTargeted(Fields fields) {
        for (int i = 0; i < fields.size(); i++) {
            if (isTargeted(fields.name(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTargeted(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith("-cache-control") || name.equalsIgnoreCase("Surrogate-Control");
    }

    /** Returns the fields that a 304 response left out (RFC 9110 §15.4.5). */
    private static Fields missing(Fields current, Fields whole) {
        List<String> present = new ArrayList<>(DESCRIBING_THE_BODY);
        present.add("Content-Type");
        for (int i = 0; i < current.size(); i++) {
            present.add(current.name(i));
        }
        return whole.without(present);
    }

    private static boolean isUnchanged(Fields current, Fields rendered, String name) {
        return current.all(name).equals(rendered.all(name));
    }

    private static String noCache(Fields rendered) {
        return ResponseDirectives.of(rendered).isPrivate() ? "private, no-cache" : "no-cache";
    }
}

package io.httpcached.engine.fields;

import io.httpcached.core.FieldLines;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.greenbytes.http.sfv.ListElement;
import org.greenbytes.http.sfv.ParseException;
import org.greenbytes.http.sfv.Parser;
import org.greenbytes.http.sfv.StringItem;

/** Reads the groups that a response belongs to, and the groups that it invalidates (RFC 9875). */
public final class CacheGroups {

    private static final String MEMBERSHIP = "Cache-Groups";
    private static final String INVALIDATION = "Cache-Group-Invalidation";

    private CacheGroups() {}

    /**
     * {@return the groups that a response belongs to (§2)}
     *
     * @param response the fields of the response
     */
    public static List<String> of(FieldLines response) {
        return read(response, MEMBERSHIP);
    }

    /**
     * {@return the groups that a response to an unsafe request invalidates (§3)}
     *
     * @param response the fields of the response
     */
    public static List<String> invalidatedBy(FieldLines response) {
        return read(response, INVALIDATION);
    }

    /** A field that is not a list of strings is ignored, and so are parameters (§2, §3). */
    private static List<String> read(FieldLines response, String name) {
        if (!response.has(name)) {
            return List.of();
        }
        Set<String> groups = new LinkedHashSet<>();
        try {
            for (ListElement<?> member :
                    new Parser(response.all(name)).parseList().get()) {
                if (!(member instanceof StringItem group)) {
                    return List.of();
                }
                groups.add(group.get());
            }
        } catch (ParseException malformed) {
            return List.of();
        }
        return List.copyOf(groups);
    }
}

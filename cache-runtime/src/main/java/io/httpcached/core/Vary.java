package io.httpcached.core;

import java.util.List;

/** Which request fields select a response, and whether two requests agree in them (RFC 9111 §4.1). */
public final class Vary {

    private Vary() {}

    /**
     * {@return the names in the {@code Vary} lines of a response, lower-cased, sorted and distinct; just {@code *} if that
     * is among them}
     *
     * @param response the response's fields
     */
    public static List<String> names(FieldLines response) {
        return io.httpcached.core.Unwritten.yet();
    }

    /**
     * {@return whether no two requests can be said to agree}
     *
     * @param names what {@link #names} gave
     */
    public static boolean isStar(List<String> names) {
        return names.size() == 1 && names.get(0).equals("*");
    }

    /**
     * {@return the canonical text of the nominated fields of a request} Requests that mean the same give the same text,
     * others never do.
     *
     * @param names what {@link #names} gave, not {@code *}
     * @param request the request's fields
     */
    public static String select(List<String> names, FieldLines request) {
        return io.httpcached.core.Unwritten.yet();
    }
}

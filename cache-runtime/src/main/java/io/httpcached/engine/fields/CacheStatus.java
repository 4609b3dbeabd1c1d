package io.httpcached.engine.fields;

import io.httpcached.core.Outcome;
import io.httpcached.core.RecentValues;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.greenbytes.http.sfv.StringItem;

/** Renders the {@code Cache-Status} member of this cache: an item with parameters (RFC 9211 §2). Thread-safe. */
public final class CacheStatus {

    /** A token of structured fields, which differs from a token of HTTP (RFC 9651 §3.3.4). */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z*][A-Za-z0-9!#$%&'*+.^_`|~:/-]*");

    private static final int MAXIMUM_DETAIL = 256;

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /** The text of a hit with a given ttl. Most hits have one that a hit had before. */
    private record HitText(long ttl, boolean near, String text) {}

    /** The text of another outcome. Most details are constant, so that few texts answer most requests. */
    private record OutcomeText(Outcome outcome, String text) {}

    private final String cacheName;

    private final RecentValues<HitText> hits = new RecentValues<>();
    private final RecentValues<OutcomeText> others = new RecentValues<>();

    /**
     * Creates a renderer.
     *
     * @param cacheName the name of this cache
     */
    public CacheStatus(String cacheName) {
        StringBuilder item = new StringBuilder();
        appendTokenOrString(item, cacheName);
        this.cacheName = item.toString();
    }

    /**
     * Renders an outcome. Many responses need the Boolean and Integer parameters, so they are appended directly instead of through
     * objects of the structured-fields library.
     *
     * @param outcome the outcome of a request
     * @return the member of {@code Cache-Status}
     */
    public String render(Outcome outcome) {
        if (!outcome.isPlainHit()) {
            return outcome.key() == null ? textOf(outcome) : write(outcome);
        }
        int hash = Long.hashCode(outcome.ttl());
        boolean near = outcome.detail() != null;
        HitText known = hits.get(hash);
        if (known == null || known.ttl != outcome.ttl() || known.near != near) {
            known = new HitText(outcome.ttl(), near, write(outcome));
            hits.put(hash, known);
        }
        return known.text;
    }

    private String textOf(Outcome outcome) {
        int hash = outcome.hashCode();
        OutcomeText known = others.get(hash);
        if (known == null || !known.outcome.equals(outcome)) {
            known = new OutcomeText(outcome, write(outcome));
            others.put(hash, known);
        }
        return known.text;
    }

    private String write(Outcome outcome) {
        StringBuilder text = new StringBuilder(64).append(cacheName);
        if (outcome.hit()) {
            text.append("; hit");
        }
        if (outcome.forwarding() != null) {
            text.append("; fwd=").append(outcome.forwarding().token());
        }
        if (outcome.forwardStatus() != 0) {
            text.append("; fwd-status=").append(outcome.forwardStatus());
        }
        if (outcome.stored()) {
            text.append("; stored");
        }
        if (outcome.collapsed()) {
            text.append("; collapsed");
        }
        if (outcome.ttl() != Outcome.NO_TTL) {
            text.append("; ttl=").append(outcome.ttl());
        }
        if (outcome.key() != null) {
            appendString(text.append("; key="), outcome.key());
        }
        if (outcome.detail() != null) {
            appendTokenOrString(text.append("; detail="), shortened(outcome.detail()));
        }
        return text.toString();
    }

    /** A detail may contain a name that a client chooses. */
    private static String shortened(String detail) {
        return detail.length() <= MAXIMUM_DETAIL ? detail : detail.substring(0, MAXIMUM_DETAIL) + "...";
    }

    private static void appendTokenOrString(StringBuilder target, String text) {
        if (TOKEN.matcher(text).matches()) {
            target.append(text);
        } else {
            appendString(target, text);
        }
    }

    private static void appendString(StringBuilder target, String text) {
        StringItem.valueOf(percentEncoded(text)).serializeTo(target);
    }

    /** A structured-field string holds printable ASCII only (RFC 9651 §3.3.3); other characters become their UTF-8 octets. */
    private static String percentEncoded(String text) {
        StringBuilder ascii = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c >= 0x20 && c < 0x7F) {
                ascii.append((char) c);
            } else {
                for (byte octet : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    HEX.toHexDigits(ascii.append('%'), octet);
                }
            }
        });
        return ascii.toString();
    }
}

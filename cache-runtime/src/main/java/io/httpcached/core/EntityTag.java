package io.httpcached.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entity tag (RFC 9110 §8.8.3). Immutable. */
public final class EntityTag {

    private static final String WEAK = "W/";
    private static final int DIGEST_BYTES = 16;

    /** In Base64 without padding. */
    private static final int DIGEST_LENGTH = 22;

    /** The field value, so that an entry has one text for its tag and for its field line. */
    private final String text;

    private EntityTag(String text) {
        this.text = text;
    }

    /**
     * Creates a tag.
     *
     * @param weak true if the tag has the prefix {@code W/}
     * @param opaque the text between the quotes
     */
    public EntityTag(boolean weak, String opaque) {
        this((weak ? WEAK : "") + '"' + opaque + '"');
    }

    /**
     * {@return the strong tag of a body, a digest that is equal on every node}
     *
     * @param body the bytes as they are sent
     */
    public static EntityTag ofBody(byte[] body) {
        byte[] digest = Arrays.copyOf(Sha256.digest(body), DIGEST_BYTES);
        return new EntityTag(false, Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
    }

    /**
     * {@return whether this tag equals the result of {@link #ofBody} for a body}
     *
     * @param body the bytes as they are sent
     */
    public boolean isOfBody(byte[] body) {
        return text.length() == DIGEST_LENGTH + 2 && equals(ofBody(body));
    }

    /**
     * {@return the tag in a field value, or null if the value is absent or malformed}
     *
     * @param text the value of an {@code ETag} field, or null
     */
    public static @Nullable EntityTag parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Scanner scanner = new Scanner(text);
        scanner.skipSpace();
        EntityTag tag = scanner.tag();
        scanner.skipSpace();
        return scanner.atEnd() ? tag : null;
    }

    /**
     * {@return the tags of a list field without malformed members}
     *
     * @param lines the lines of {@code If-Match} or {@code If-None-Match}
     */
    public static List<EntityTag> parseList(List<String> lines) {
        List<EntityTag> tags = new ArrayList<>();
        for (String line : lines) {
            Scanner scanner = new Scanner(line);
            while (!scanner.atEnd()) {
                scanner.skipSpace();
                EntityTag tag = scanner.tag();
                scanner.skipSpace();
                if (tag != null && scanner.atMemberEnd()) {
                    tags.add(tag);
                }
                scanner.nextMember();
            }
        }
        return tags;
    }

    /**
     * {@return whether both tags are strong and equal (§8.8.3.2)}
     *
     * @param other another tag
     */
    public boolean strongEquals(EntityTag other) {
        return !weak() && text.equals(other.text);
    }

    /**
     * {@return whether both tags are equal, weak or not (§8.8.3.2)}
     *
     * @param other another tag
     */
    public boolean weakEquals(EntityTag other) {
        int length = text.length() - quote();
        return length == other.text.length() - other.quote()
                && text.regionMatches(quote(), other.text, other.quote(), length);
    }

    /** {@return whether the tag has the prefix {@code W/}} */
    public boolean weak() {
        return quote() > 0;
    }

    /** {@return the text between the quotes} */
    public String opaque() {
        return text.substring(quote() + 1, text.length() - 1);
    }

    private int quote() {
        return text.charAt(0) == '"' ? 0 : WEAK.length();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EntityTag tag && text.equals(tag.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** {@return the tag as a field value} */
    @Override
    public String toString() {
        return text;
    }

    /** Scans one field line. */
    private static final class Scanner {

        private final String text;
        private int at;

        Scanner(String text) {
            this.text = text;
        }

        boolean atEnd() {
            return at >= text.length();
        }

        boolean atMemberEnd() {
            return atEnd() || text.charAt(at) == ',';
        }

        void skipSpace() {
            while (!atEnd() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
                at++;
            }
        }

        void nextMember() {
            while (!atMemberEnd()) {
                at++;
            }
            at++;
        }

        /** {@return the tag at the current position, or null} Moves behind the tag, or to the first invalid character. */
        @Nullable
        EntityTag tag() {
            int start = at;
            if (text.startsWith(WEAK, at)) {
                at += WEAK.length();
            }
            if (atEnd() || text.charAt(at) != '"') {
                return null;
            }
            at++;
            while (!atEnd() && isTagCharacter(text.charAt(at))) {
                at++;
            }
            if (atEnd() || text.charAt(at) != '"') {
                return null;
            }
            at++;
            return new EntityTag(text.substring(start, at));
        }

        private static boolean isTagCharacter(char c) {
            return c == 0x21 || (c >= 0x23 && c != 0x7F);
        }
    }
}

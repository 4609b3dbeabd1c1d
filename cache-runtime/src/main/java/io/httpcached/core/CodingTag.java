package io.httpcached.core;

import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The entity tag of a form of a response that this cache compressed (RFC 9110 §8.8.3.3): {@code "v7"} becomes
 * {@code "v7-234f1cb2-gzip"}. The handler knows only its own tag. The checksum makes the tags of this cache recognizable, so
 * that a handler's own tag that ends in {@code -gzip} is never taken for one of them.
 */
public final class CodingTag {

    private static final String SEED = "HttpCached";
    private static final int CHECKSUM_LENGTH = 8;

    private CodingTag() {}

    /**
     * {@return the tag of a compressed form of a response}
     *
     * @param own the tag of the response
     * @param coding the coding of the form
     */
    public static EntityTag of(EntityTag own, Coding coding) {
        String opaque = own.opaque();
        return new EntityTag(own.weak(), opaque + '-' + checksum(opaque) + suffix(coding));
    }

    /**
     * {@return the handler's own tag, or null if the tag is not that of a compressed form}
     *
     * @param tag the tag in a request
     * @param coding the coding of the form
     */
    public static @Nullable EntityTag ownTag(EntityTag tag, Coding coding) {
        String opaque = tag.opaque();
        String suffix = suffix(coding);
        int end = opaque.length() - suffix.length() - CHECKSUM_LENGTH - 1;
        if (end < 0 || !opaque.endsWith(suffix)) {
            return null;
        }
        EntityTag own = new EntityTag(tag.weak(), opaque.substring(0, end));
        return of(own, coding).equals(tag) ? own : null;
    }

    /**
     * {@return whether a list of tags contains one of a compressed form}
     *
     * @param lines the lines of {@code If-Match} or {@code If-None-Match}
     * @param accepted the codings that count
     */
    public static boolean isIn(List<String> lines, Predicate<Coding> accepted) {
        for (String line : lines) {
            if (Coding.ALL.stream().anyMatch(coding -> line.contains(suffix(coding)))
                    && EntityTag.parseList(List.of(line)).stream().anyMatch(tag -> ownTag(tag, accepted) != null)) {
                return true;
            }
        }
        return false;
    }

    /**
     * {@return the list of tags with the handler's own tags in place of those of compressed forms}
     *
     * @param lines the lines of {@code If-Match} or {@code If-None-Match}
     * @param accepted the codings whose tags are replaced
     */
    public static List<EntityTag> toOwn(List<String> lines, Predicate<Coding> accepted) {
        return EntityTag.parseList(lines).stream()
                .map(tag -> {
                    EntityTag own = ownTag(tag, accepted);
                    return own == null ? tag : own;
                })
                .distinct()
                .toList();
    }

    private static @Nullable EntityTag ownTag(EntityTag tag, Predicate<Coding> accepted) {
        for (Coding coding : Coding.ALL) {
            EntityTag own = ownTag(tag, coding);
            if (own != null) {
                return accepted.test(coding) ? own : null;
            }
        }
        return null;
    }

    private static String suffix(Coding coding) {
        return '-' + coding.token();
    }

    private static String checksum(String opaque) {
        CRC32 crc = new CRC32();
        crc.update(Utf8.encode(SEED + opaque));
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }
}

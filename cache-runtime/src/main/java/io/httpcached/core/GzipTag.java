package io.httpcached.core;

import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The entity tag of the form of a response that this cache compressed (RFC 9110 §8.8.3.3): {@code "v7"} becomes
 * {@code "v7-234f1cb2-gzip"}. The handler knows only its own tag. The checksum makes the tags of this cache recognizable, so
 * that a handler's own tag that ends in {@code -gzip} is never taken for one of them.
 */
public final class GzipTag {

    private static final String SUFFIX = "-gzip";
    private static final String SEED = "HttpCached";
    private static final int CHECKSUM_LENGTH = 8;

    private GzipTag() {}

    /**
     * {@return the tag of the compressed form of a response}
     *
     * @param own the tag of the response
     */
    public static EntityTag of(EntityTag own) {
        String opaque = own.opaque();
        return new EntityTag(own.weak(), opaque + '-' + checksum(opaque) + SUFFIX);
    }

    /**
     * {@return the handler's own tag, or null if the tag is not that of a compressed form}
     *
     * @param tag the tag in a request
     */
    public static @Nullable EntityTag ownTag(EntityTag tag) {
        String opaque = tag.opaque();
        int end = opaque.length() - SUFFIX.length() - CHECKSUM_LENGTH - 1;
        if (end < 0 || !opaque.endsWith(SUFFIX)) {
            return null;
        }
        EntityTag own = new EntityTag(tag.weak(), opaque.substring(0, end));
        return of(own).equals(tag) ? own : null;
    }

    /**
     * {@return whether a list of tags contains one of a compressed form}
     *
     * @param lines the lines of {@code If-Match} or {@code If-None-Match}
     */
    public static boolean isIn(List<String> lines) {
        for (String line : lines) {
            if (line.contains(SUFFIX)
                    && EntityTag.parseList(List.of(line)).stream().anyMatch(tag -> ownTag(tag) != null)) {
                return true;
            }
        }
        return false;
    }

    /**
     * {@return the list of tags with the handler's own tags in place of those of compressed forms}
     *
     * @param lines the lines of {@code If-Match} or {@code If-None-Match}
     */
    public static List<EntityTag> toOwn(List<String> lines) {
        return EntityTag.parseList(lines).stream()
                .map(tag -> {
                    EntityTag own = ownTag(tag);
                    return own == null ? tag : own;
                })
                .distinct()
                .toList();
    }

    private static String checksum(String opaque) {
        CRC32 crc = new CRC32();
        crc.update(Utf8.encode(SEED + opaque));
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }
}

package io.httpcached.engine.remote;

import io.httpcached.engine.TagSnapshot;
import io.httpcached.engine.codec.StoredEntry.EntryTag;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The versions of tags at one moment.
 *
 * @param byTag the version of each tag that was read and has one
 * @param position the position in the log of invalidations, read before any version that is read after the handler ran
 */
record TagVersions(Map<String, TagVersion> byTag, long position) implements TagSnapshot {

    /** The time when an entry was marked stale that was not. */
    static final long NEVER = Long.MAX_VALUE;

    /**
     * The snapshot of a moment when the backend did not answer. No response computed since then is stored, nor does it answer
     * requests that arrive after its run has begun.
     */
    static final TagSnapshot UNKNOWN = (earlier, tags) -> false;

    /** The versions of no tags. */
    static final TagVersions NONE = new TagVersions(Map.of(), RemoteInvalidationLog.UNKNOWN);

    @Override
    public boolean unchangedSince(TagSnapshot earlier, List<String> tags) {
        TagVersions before = of(earlier);
        return before != null && tags.stream().allMatch(tag -> isUnchanged(before, tag));
    }

    /** {@return the versions of a snapshot, or null if the backend did not answer at that moment} */
    static @Nullable TagVersions of(TagSnapshot snapshot) {
        if (snapshot instanceof TagVersions versions) {
            return versions;
        }
        return snapshot instanceof RememberedVersions remembered ? remembered.versions() : null;
    }

    private boolean isUnchanged(TagVersions before, String tag) {
        TagVersion version = byTag.get(tag);
        TagVersion earlier = before.byTag.get(tag);
        if (version == null || earlier == null) {
            return isNothingInvalidatedSince(before);
        }
        return version.equals(earlier);
    }

    /** {@return whether versions that are read later can prove to be those of this moment} */
    boolean allowsLateTags() {
        return position != RemoteInvalidationLog.UNKNOWN;
    }

    /** {@return these versions with another position} */
    TagVersions at(long other) {
        return new TagVersions(byTag, other);
    }

    private boolean isNothingInvalidatedSince(TagVersions before) {
        return position != RemoteInvalidationLog.UNKNOWN && position == before.position;
    }

    /** {@return a text that is the same only for equal versions of the tags} */
    String text(List<String> tags) {
        StringBuilder text = new StringBuilder();
        tags.stream().sorted().forEach(tag -> text.append(tag.length())
                .append(':')
                .append(tag)
                .append(byTag.get(tag))
                .append(';'));
        return text.toString();
    }

    /** {@return whether an entry is valid, that is, whether the tags it was written with still have those versions} */
    boolean match(List<EntryTag> entryTags) {
        return entryTags.stream().allMatch(entryTag -> {
            TagVersion version = byTag.get(entryTag.tag());
            return version != null && version.existence() == entryTag.existence();
        });
    }

    /** {@return the time when an entry was marked stale, in milliseconds since the epoch, or {@link #NEVER}} */
    long staleSince(List<EntryTag> entryTags) {
        long since = NEVER;
        for (EntryTag entryTag : entryTags) {
            TagVersion version = byTag.get(entryTag.tag());
            if (version != null && version.freshness() != entryTag.freshness()) {
                since = Math.min(since, version.markedStaleAtMillis());
            }
        }
        return since;
    }

    /** {@return those of the tags whose version is not known} */
    List<String> missing(Collection<String> tags) {
        return tags.stream().filter(tag -> !byTag.containsKey(tag)).toList();
    }

    /** {@return the tags and versions to write with an entry, or null if not all of the versions are known} */
    @Nullable
    List<EntryTag> entryTags(List<String> tags) {
        List<EntryTag> entryTags = new ArrayList<>(tags.size());
        for (String tag : tags) {
            TagVersion version = byTag.get(tag);
            if (version == null) {
                return null;
            }
            entryTags.add(new EntryTag(tag, version.existence(), version.freshness()));
        }
        return entryTags;
    }
}

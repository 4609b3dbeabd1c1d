package io.httpcached.engine.broadcast;

import io.httpcached.core.Utf8;
import io.httpcached.engine.InvalidationMode;
import io.httpcached.engine.Tags;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * An invalidation as nodes tell it to each other. Its bytes: the version of the format (1), the sender (8 bytes), the mode (0 to
 * remove entries, 1 to mark them stale), and for each tag its length in two bytes and its text in UTF-8. Immutable.
 *
 * @param sender a number that the sending node chose at random
 * @param mode the effect on entries
 * @param tags the tags; none in a message that only begins the numbers of a topic
 */
record BroadcastMessage(long sender, InvalidationMode mode, List<String> tags) {

    /** The maximum size of a message in bytes. A longer list of tags is split. */
    static final int MAXIMUM_SIZE = 32 * 1024;

    private static final byte VERSION = 1;
    private static final byte REMOVE = 0;
    private static final byte MARK_STALE = 1;
    private static final int HEAD = 1 + Long.BYTES + 1;
    private static final int UNSIGNED_SHORT = 0xFFFF;

    /** Signals malformed bytes, or those of another version. It has no stack trace, because they are not an error of this node. */
    static final class MalformedException extends Exception {

        private static final long serialVersionUID = 1L;

        MalformedException(String message) {
            super(message, null, false, false);
        }
    }

    /**
     * Encodes an invalidation.
     *
     * @param sender the sender
     * @param mode the effect on entries
     * @param tags the tags; one that alone exceeds a message becomes the tag of all entries
     * @return the messages, at least one
     */
    static List<byte[]> encode(long sender, InvalidationMode mode, Collection<String> tags) {
        List<byte[]> messages = new ArrayList<>();
        ByteBuffer message = begin(sender, mode);
        for (String tag : tags) {
            byte[] text = Utf8.encode(tag);
            if (HEAD + Short.BYTES + text.length > MAXIMUM_SIZE) {
                text = Utf8.encode(Tags.ALL);
            }
            if (message.remaining() < Short.BYTES + text.length) {
                messages.add(bytes(message));
                message = begin(sender, mode);
            }
            message.putShort((short) text.length).put(text);
        }
        messages.add(bytes(message));
        return messages;
    }

    /**
     * Decodes a message.
     *
     * @param bytes the bytes of a message from any sender
     * @return the message
     * @throws MalformedException if the bytes are not a message of this version
     */
    static BroadcastMessage decode(byte[] bytes) throws MalformedException {
        if (bytes.length > MAXIMUM_SIZE) {
            throw new MalformedException(bytes.length + " bytes");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            byte version = in.get();
            if (version != VERSION) {
                throw new MalformedException("version " + version);
            }
            long sender = in.getLong();
            InvalidationMode mode = mode(in.get());
            List<String> tags = new ArrayList<>();
            while (in.hasRemaining()) {
                tags.add(text(in));
            }
            return new BroadcastMessage(sender, mode, List.copyOf(tags));
        } catch (BufferUnderflowException e) {
            throw new MalformedException("cut off after " + bytes.length + " bytes");
        }
    }

    private static ByteBuffer begin(long sender, InvalidationMode mode) {
        return ByteBuffer.allocate(MAXIMUM_SIZE)
                .put(VERSION)
                .putLong(sender)
                .put(mode == InvalidationMode.REMOVE ? REMOVE : MARK_STALE);
    }

    private static byte[] bytes(ByteBuffer message) {
        byte[] bytes = new byte[message.position()];
        message.flip().get(bytes);
        return bytes;
    }

    private static InvalidationMode mode(byte mode) throws MalformedException {
        return switch (mode) {
            case REMOVE -> InvalidationMode.REMOVE;
            case MARK_STALE -> InvalidationMode.MARK_STALE;
            default -> throw new MalformedException("mode " + mode);
        };
    }

    private static String text(ByteBuffer in) throws MalformedException {
        int length = in.getShort() & UNSIGNED_SHORT;
        if (length > in.remaining()) {
            throw new MalformedException(length + " bytes wanted, " + in.remaining() + " left");
        }
        String text = Utf8.decode(in.array(), in.arrayOffset() + in.position(), length);
        in.position(in.position() + length);
        return text;
    }
}

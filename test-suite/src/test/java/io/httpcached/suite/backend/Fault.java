package io.httpcached.suite.backend;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** What a network, or a server behind it, can do to the bytes of a connection. */
enum Fault {
    NONE {
        @Override
        void handOn(Relay.Stream stream, byte[] bytes) throws IOException {
            stream.to().write(bytes);
        }
    },

    /** Nothing arrives any more; what was sent arrives when the fault is over, as after a network has healed. */
    HANG {
        @Override
        void handOn(Relay.Stream stream, byte[] bytes) throws IOException {
            stream.awaitEndOf(this, Long.MAX_VALUE);
            stream.to().write(bytes);
        }
    },

    /** Replies arrive late. */
    DELAY {
        @Override
        void handOn(Relay.Stream stream, byte[] bytes) throws IOException {
            if (stream.hasReplies()) {
                stream.awaitEndOf(this, DELAY_NANOS);
            }
            stream.to().write(bytes);
        }
    },

    /** The connection ends in the middle of a reply. */
    CUT_REPLY {
        @Override
        void handOn(Relay.Stream stream, byte[] bytes) throws IOException {
            if (stream.hasReplies()) {
                stream.to().write(Arrays.copyOf(bytes, bytes.length / 2));
                stream.end();
            } else {
                stream.to().write(bytes);
            }
        }
    },

    /** Requests arrive, but their replies never do: when the fault is over, the connection ends. */
    LOSE_REPLY {
        @Override
        void handOn(Relay.Stream stream, byte[] bytes) throws IOException {
            if (stream.hasReplies()) {
                stream.awaitEndOf(this, Long.MAX_VALUE);
                stream.end();
            } else {
                stream.to().write(bytes);
            }
        }
    },

    /** The connection is reset as soon as it is used. */
    RESET {
        @Override
        void handOn(Relay.Stream stream, byte[] bytes) throws IOException {
            stream.reset();
        }
    },

    /** Replies are noise. */
    GARBAGE {
        @Override
        void handOn(Relay.Stream stream, byte[] bytes) throws IOException {
            if (stream.hasReplies()) {
                new Random(bytes.length).nextBytes(bytes);
            }
            stream.to().write(bytes);
        }
    },

    /** Replies are well-formed, but not to what was asked. */
    NONSENSE {
        @Override
        void handOn(Relay.Stream stream, byte[] bytes) throws IOException {
            OutputStream to = stream.to();
            to.write(stream.hasReplies() ? new byte[] {':', '7', '\r', '\n'} : bytes);
        }
    },

    /** Open connections end, and there are no new ones. */
    REFUSE {
        @Override
        void handOn(Relay.Stream stream, byte[] bytes) throws IOException {
            stream.end();
        }
    };

    /** Longer than any time budget in the tests. */
    private static final long DELAY_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

    /**
     * Does to bytes what the fault does.
     *
     * @param stream one direction of a connection
     * @param bytes what came, which may be changed
     */
    abstract void handOn(Relay.Stream stream, byte[] bytes) throws IOException;
}

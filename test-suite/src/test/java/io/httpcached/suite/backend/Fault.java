package io.httpcached.suite.backend;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Faults of a network, or of a server behind it, that affect the bytes of a connection. */
public enum Fault {
    NONE {
        @Override
        void forward(Relay.Stream stream, byte[] bytes) throws IOException {
            stream.to().write(bytes);
        }
    },

    /** Nothing arrives until the fault ends; then all bytes that were sent arrive, as after a network failure. */
    HANG {
        @Override
        void forward(Relay.Stream stream, byte[] bytes) throws IOException {
            stream.awaitEndOf(this, Long.MAX_VALUE);
            stream.to().write(bytes);
        }
    },

    /** Replies arrive late. */
    DELAY {
        @Override
        void forward(Relay.Stream stream, byte[] bytes) throws IOException {
            if (stream.hasReplies()) {
                stream.awaitEndOf(this, DELAY_NANOS);
            }
            stream.to().write(bytes);
        }
    },

    /** The connection closes in the middle of a reply. */
    CUT_REPLY {
        @Override
        void forward(Relay.Stream stream, byte[] bytes) throws IOException {
            if (stream.hasReplies()) {
                stream.to().write(Arrays.copyOf(bytes, bytes.length / 2));
                stream.end();
            } else {
                stream.to().write(bytes);
            }
        }
    },

    /** Requests arrive, but their replies never do. The connection closes when the fault ends. */
    LOSE_REPLY {
        @Override
        void forward(Relay.Stream stream, byte[] bytes) throws IOException {
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
        void forward(Relay.Stream stream, byte[] bytes) throws IOException {
            stream.reset();
        }
    },

    /** Replies are random bytes, and none begins like a reply: the client would wait for its end, as if it were lost. */
    GARBAGE {
        @Override
        void forward(Relay.Stream stream, byte[] bytes) throws IOException {
            if (stream.hasReplies()) {
                new Random(bytes.length).nextBytes(bytes);
                bytes[0] = '?';
            }
            stream.to().write(bytes);
        }
    },

    /** Replies are well-formed, but do not match the requests. */
    NONSENSE {
        @Override
        void forward(Relay.Stream stream, byte[] bytes) throws IOException {
            OutputStream to = stream.to();
            to.write(stream.hasReplies() ? new byte[] {':', '7', '\r', '\n'} : bytes);
        }
    },

    /** Open connections close, and new ones are refused. */
    REFUSE {
        @Override
        void forward(Relay.Stream stream, byte[] bytes) throws IOException {
            stream.end();
        }
    };

    /** A delay that exceeds every timeout in the tests. */
    private static final long DELAY_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

    /**
     * Applies the fault to bytes and forwards the result.
     *
     * @param stream one direction of a connection
     * @param bytes the received bytes, which may be modified
     */
    abstract void forward(Relay.Stream stream, byte[] bytes) throws IOException;
}

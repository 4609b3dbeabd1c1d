package io.httpcached.benchmark.broadcast;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

/** Many connections that listen, read by one thread, which recognizes keys in whatever arrives and measures their delay. */
final class Subscribers implements AutoCloseable {

    /** The character before the digits of a key. No message contains it elsewhere. */
    static final char BEGIN = '#';

    private static final int DIGITS = 19;
    private static final int BUFFER = 256 * 1024;
    private static final int BUCKETS = 1 << 20;
    private static final long PAUSE_NANOS = 1_000_000;

    private final Selector selector = Selector.open();
    private final List<Subscriber> all = new ArrayList<>();
    private final AtomicLongArray sentAt;
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    /** The number of deliveries by their delay in microseconds. */
    private final AtomicLongArray delays = new AtomicLongArray(BUCKETS);

    private final Thread reader = new Thread(this::read, "subscribers");
    private volatile boolean closed;

    /** A connection, and the digits of a key of which the beginning has arrived. */
    private static final class Subscriber {

        final SocketChannel channel;
        int digits = -1;
        long number;

        Subscriber(SocketChannel channel) {
            this.channel = channel;
        }
    }

    /**
     * Connects.
     *
     * @param port the port of the server
     * @param count the number of connections
     * @param sentAt the time when each key was invalidated, in nanoseconds
     */
    Subscribers(int port, int count, AtomicLongArray sentAt) throws IOException {
        this.sentAt = sentAt;
        for (int i = 0; i < count; i++) {
            SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.configureBlocking(false);
            Subscriber subscriber = new Subscriber(channel);
            channel.register(selector, SelectionKey.OP_READ, subscriber);
            all.add(subscriber);
        }
        reader.setDaemon(true);
        reader.start();
    }

    /** Lets all connections send a command. */
    void sendAll(String... command) throws IOException {
        for (int i = 0; i < all.size(); i++) {
            send(i, RedisServer.encode(command));
        }
    }

    /** Lets a connection send commands. */
    void send(int subscriber, byte[] commands) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(commands);
        while (rest.hasRemaining()) {
            if (all.get(subscriber).channel.write(rest) == 0) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    long received() {
        return received.get();
    }

    long bytes() {
        return bytes.get();
    }

    /** Forgets what was received so far. */
    void reset() {
        received.set(0);
        bytes.set(0);
        for (int i = 0; i < BUCKETS; i++) {
            delays.set(i, 0);
        }
    }

    /** Returns the delay that a part of the deliveries did not exceed, in microseconds. */
    long delayMicros(double part) {
        long rest = (long) Math.ceil(received.get() * part);
        for (int i = 0; i < BUCKETS; i++) {
            rest -= delays.get(i);
            if (rest <= 0) {
                return i;
            }
        }
        return BUCKETS;
    }

    private void read() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
        try {
            while (!closed) {
                selector.select(ready -> read((Subscriber) ready.attachment(), buffer));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(Subscriber subscriber, ByteBuffer buffer) {
        try {
            buffer.clear();
            int length = subscriber.channel.read(buffer);
            if (length < 0) {
                throw new IOException("Redis closed a connection.");
            }
            bytes.addAndGet(length);
            long now = System.nanoTime();
            buffer.flip();
            while (buffer.hasRemaining()) {
                parse(subscriber, buffer.get(), now);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void parse(Subscriber subscriber, byte next, long now) {
        if (next == BEGIN) {
            subscriber.digits = 0;
            subscriber.number = 0;
        } else if (subscriber.digits >= 0) {
            subscriber.number = subscriber.number * 10 + next - '0';
            if (++subscriber.digits == DIGITS) {
                subscriber.digits = -1;
                long micros = (now - sentAt.get((int) subscriber.number)) / 1_000;
                delays.incrementAndGet((int) Math.max(0, Math.min(BUCKETS - 1, micros)));
                received.incrementAndGet();
            }
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        selector.wakeup();
        for (Subscriber subscriber : all) {
            subscriber.channel.close();
        }
        selector.close();
    }
}

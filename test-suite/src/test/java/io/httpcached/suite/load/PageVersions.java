package io.httpcached.suite.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The current version of each page: the data that all nodes share, in a file that each process maps. Thread-safe. */
final class PageVersions {

    static final int PAGES = 300;

    private static final VarHandle INTS = MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.nativeOrder());

    private final ByteBuffer versions;

    PageVersions(Path file) {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            versions = channel.map(FileChannel.MapMode.READ_WRITE, 0, (long) PAGES * Integer.BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int of(int page) {
        return (int) INTS.getVolatile(versions, page * Integer.BYTES);
    }

    /** Sets the version of a page, unless the page has a later one. */
    void raise(int page, int version) {
        for (int current = of(page); current < version; current = of(page)) {
            if (INTS.compareAndSet(versions, page * Integer.BYTES, current, version)) {
                return;
            }
        }
    }
}

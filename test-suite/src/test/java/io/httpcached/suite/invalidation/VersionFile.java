package io.httpcached.suite.invalidation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A number that several processes share through a file. A reader always sees the last number as a whole. */
record VersionFile(Path path) {

    int read() {
        try {
            return Integer.parseInt(Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For use by one writer at a time. */
    void write(int version) {
        try {
            Path next = path.resolveSibling(path.getFileName() + ".next");
            Files.writeString(next, Integer.toString(version));
            Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

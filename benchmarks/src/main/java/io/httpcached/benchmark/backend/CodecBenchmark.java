package io.httpcached.benchmark.backend;

import io.httpcached.core.Fields;
import io.httpcached.core.Lifetime;
import io.httpcached.core.StoredResponse;
import io.httpcached.engine.Entry;
import io.httpcached.engine.codec.BinaryEntryCodec;
import io.httpcached.engine.codec.Checksum;
import io.httpcached.engine.codec.EntryCodec;
import io.httpcached.engine.codec.StoredEntry;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Measures the encoding and decoding of an entry. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up before all else.
public class CodecBenchmark {

    /** The length of the body in bytes. */
    @Param({"200", "1700", "200000"})
    public int bytes;

    private final EntryCodec codec = new BinaryEntryCodec();
    private StoredEntry entry;
    private byte[] encoded;

    /** Creates an entry like those that the other benchmarks store. */
    @Setup
    public void make() {
        byte[] body = new byte[bytes];
        new Random(1).nextBytes(body);
        Fields fields = Fields.of(
                "Content-Type", "application/json",
                "Date", "Sat, 21 Nov 2026 07:52:56 GMT",
                "ETag", "\"qwuZgOm6bX5nv-M9ksqINg\"",
                "Cache-Control", "max-age=86400");
        Lifetime lifetime = new Lifetime(86_400, 0, 0, 0, false, false, false, true);
        StoredResponse response = new StoredResponse(200, fields, body, lifetime, 1, 2);
        entry = new StoredEntry(
                "digest",
                new Entry.Response(response),
                List.of(new StoredEntry.EntryTag("path:/cached/medium", 42, 43)),
                3);
        encoded = encode();
        int text = 0;
        for (int i = 0; i < fields.size(); i++) {
            text += fields.name(i).length() + fields.value(i).length();
        }
        System.out.printf("%d bytes in addition to body and header text%n", encoded.length - body.length - text);
    }

    /** Returns the encoded entry with its checksum. */
    @Benchmark
    public byte[] encode() {
        return Checksum.append(codec.encode(entry));
    }

    /** Returns the decoded entry. */
    @Benchmark
    public @Nullable StoredEntry decode() {
        ByteBuffer intact = Checksum.verify(encoded);
        return intact == null ? null : codec.decode(intact);
    }
}

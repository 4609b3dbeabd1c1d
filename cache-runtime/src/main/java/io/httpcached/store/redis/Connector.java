package io.httpcached.store.redis;

import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.util.concurrent.CompletionStage;

/** Opens connections through a client of its own. Thread-safe. */
interface Connector {

    /** Keys are ASCII, and values are nobody's business. */
    RedisCodec<String, byte[]> CODEC = RedisCodec.of(StringCodec.ASCII, ByteArrayCodec.INSTANCE);

    /** {@return an open connection; fails within the connect timeout if there is none} */
    CompletionStage<Link> connect();

    /** {@return completes when the client has let go of all it held} */
    CompletionStage<Void> shutDown();
}

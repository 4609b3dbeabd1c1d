package golden;

import io.httpcached.annotation.HttpCached;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

@Retention(RetentionPolicy.RUNTIME)
@HttpCached(ttl = "1h", tags = "hourly")
@interface Hourly {}

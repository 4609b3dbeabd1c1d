package golden;

import io.httpcached.annotation.HttpCacheInvalidate;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

@Inherited
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@HttpCacheInvalidate(tags = "items")
@HttpCacheInvalidate(paths = "/")
@interface Forgets {}

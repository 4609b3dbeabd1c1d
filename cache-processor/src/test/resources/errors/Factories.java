package errors;

import io.httpcached.annotation.HttpCached;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;

@Factory
class Factories {

    @Bean
    @HttpCached
    StringBuilder bean() { // error: @HttpCached is on a method that is not a route
        return new StringBuilder();
    }
}

package io.httpcached.benchmark.peers;

import io.micronaut.core.type.Argument;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.json.JsonMapper;
import java.io.IOException;

/** Returns bytes that exist before the request. The number in the path has no effect. */
@Controller("/constant")
final class ConstantController {

    private final byte[] medium;

    ConstantController(Products products, JsonMapper mapper) throws IOException {
        this.medium = mapper.writeValueAsBytes(Argument.listOf(Product.class), products.medium());
    }

    @Get("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    byte[] medium(long id) {
        return medium;
    }
}

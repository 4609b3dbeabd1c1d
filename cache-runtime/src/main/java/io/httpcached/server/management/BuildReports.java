package io.httpcached.server.management;

import io.micronaut.context.BeanContext;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.management.endpoint.annotation.Endpoint;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The build reports on the class path: the annotation processor writes one per module of the application. */
@Singleton
@Requires(classes = {Endpoint.class, JsonMapper.class})
final class BuildReports {

    private static final String RESOURCE = "META-INF/httpcached/routes.json";
    private static final Argument<Map<String, List<Object>>> REPORT =
            Argument.mapOf(Argument.STRING, Argument.listOf(Object.class));

    private final ClassLoader classes;
    private final JsonMapper mapper;

    BuildReports(BeanContext context, JsonMapper mapper) {
        this.classes = context.getClassLoader();
        this.mapper = mapper;
    }

    /**
     * Reads the reports of all modules. Blocks.
     *
     * @return the reports merged into one, in the order of the modules; empty if there is none
     * @throws IOException if a report cannot be read
     */
    Map<String, List<Object>> read() throws IOException {
        Map<String, List<Object>> all = new LinkedHashMap<>();
        for (URL url : Collections.list(classes.getResources(RESOURCE))) {
            try (InputStream in = url.openStream()) {
                mapper.readValue(in, REPORT)
                        .forEach((kind, routes) -> all.computeIfAbsent(kind, first -> new ArrayList<>())
                                .addAll(routes));
            }
        }
        return all;
    }
}

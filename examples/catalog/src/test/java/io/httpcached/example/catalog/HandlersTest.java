package io.httpcached.example.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
class HandlersTest {

    @Inject
    Router router;

    @Test
    void handlersDoNotBlockTheEventLoop() {
        List<UriRouteInfo<?, ?>> routes = router.uriRoutes()
                .filter(route -> route.getDeclaringType().getPackage() == Application.class.getPackage())
                .toList();

        assertThat(routes).isNotEmpty().allSatisfy(route -> assertThat(
                        route.getAnnotationMetadata().stringValue(ExecuteOn.class))
                .hasValue(TaskExecutors.BLOCKING));
    }
}

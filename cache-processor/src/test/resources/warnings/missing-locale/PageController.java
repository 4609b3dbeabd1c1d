package warnings;

import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.UnkeyedReads;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import io.micronaut.views.turbo.TurboFrameView;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

@Controller("/pages")
@HttpCached(ttl = "1m")
class PageController {

    @View("page")
    @Get("/{id}")
    Map<String, Object> show(long id) { // warning: The template of show may read the language of the request, which is not part of the key
        return Map.of();
    }

    @TurboFrameView("frame")
    @Get("/{id}/frame")
    Map<String, Object> frame(long id) { // warning: The template of frame may read the language of the request, which is not part of the key
        return Map.of();
    }

    @Get("/model")
    ModelAndView<String> model() { // warning: The template of model may read the language of the request, which is not part of the key
        return new ModelAndView<>("page", "");
    }

    @Get("/later")
    CompletableFuture<HttpResponse<ModelAndView<String>>>
            later() { // warning: The template of later may read the language of the request, which is not part of the key
        return CompletableFuture.completedFuture(HttpResponse.ok());
    }

    @View("page")
    @Get("/tenant")
    @HttpCached(vary = "X-Tenant", unkeyedReads = UnkeyedReads.DEFAULT)
    Map<String, Object> tenant() { // warning: The template of tenant may read the language of the request, which is not part of the key
        return Map.of();
    }

    @View("page")
    @Get("/silenced")
    @SuppressWarnings("httpcached:missing-locale")
    Map<String, Object> silenced() {
        return Map.of();
    }

    @Get("/json")
    Map<String, Object> json() {
        return Map.of();
    }
}

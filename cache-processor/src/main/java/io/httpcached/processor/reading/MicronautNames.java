package io.httpcached.processor.reading;

/**
 * The names of Micronaut's annotations and types. They occur in the code that is compiled; the processor does not need them
 * on its own class path.
 */
final class MicronautNames {

    static final String CONTROLLER = "io.micronaut.http.annotation.Controller";
    static final String CLIENT = "io.micronaut.http.client.annotation.Client";
    static final String HTTP_METHOD_MAPPING = "io.micronaut.http.annotation.HttpMethodMapping";
    static final String GET = "io.micronaut.http.annotation.Get";
    static final String CUSTOM_HTTP_METHOD = "io.micronaut.http.annotation.CustomHttpMethod";
    static final String ERROR = "io.micronaut.http.annotation.Error";
    static final String PRODUCES = "io.micronaut.http.annotation.Produces";
    static final String SINGLE_RESULT = "io.micronaut.core.async.annotation.SingleResult";

    static final String BINDABLE = "io.micronaut.core.bind.annotation.Bindable";
    static final String FORMAT = "io.micronaut.core.convert.format.Format";
    static final String PATH_VARIABLE = "io.micronaut.http.annotation.PathVariable";
    static final String QUERY_VALUE = "io.micronaut.http.annotation.QueryValue";
    static final String HEADER = "io.micronaut.http.annotation.Header";
    static final String COOKIE_VALUE = "io.micronaut.http.annotation.CookieValue";
    static final String REQUEST_BEAN = "io.micronaut.http.annotation.RequestBean";
    static final String BODY = "io.micronaut.http.annotation.Body";
    static final String PART = "io.micronaut.http.annotation.Part";
    static final String SESSION_VALUE = "io.micronaut.session.annotation.SessionValue";

    static final String COOKIE = "io.micronaut.http.cookie.Cookie";
    static final String HTTP_REQUEST = "io.micronaut.http.HttpRequest";
    static final String HTTP_RESPONSE = "io.micronaut.http.HttpResponse";

    static final String VIEW = "io.micronaut.views.View";
    static final String TURBO_VIEW = "io.micronaut.views.turbo.TurboView";
    static final String TURBO_FRAME_VIEW = "io.micronaut.views.turbo.TurboFrameView";
    static final String MODEL_AND_VIEW = "io.micronaut.views.ModelAndView";

    private MicronautNames() {}
}

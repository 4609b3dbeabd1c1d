package golden;

import io.micronaut.http.annotation.Controller;

@Controller
class VersionController implements Versioned {

    @Override
    public String version() {
        return "1";
    }
}

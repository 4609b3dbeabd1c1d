package typed;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Uses the typed cache of a controller in each way of injection. */
@Singleton
class OrderImport {

    @Inject
    OrderControllerCache field;

    private final OrderControllerCache argument;

    OrderImport(OrderControllerCache argument) {
        this.argument = argument;
    }

    boolean hasOneCache() {
        return field == argument;
    }
}

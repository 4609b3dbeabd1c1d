package typed;

/** Calls methods that the typed cache of the controller does not have. */
class OrderReport {

    void finish(OrderControllerCache cache) {
        cache.invalidateShow("42"); // error: incompatible types: String cannot be converted to long
        cache.invalidateDisplay(42); // error: cannot find symbol
    }
}

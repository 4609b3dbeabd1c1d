package golden;

import jakarta.inject.Singleton;

/** Uses typed caches, which the same compilation generates. */
@Singleton
class ItemImport {

    private final ItemControllerCache items;
    private final Api_V1Cache api;

    ItemImport(ItemControllerCache items, Api_V1Cache api) {
        this.items = items;
        this.api = api;
    }

    void finish() {
        items.invalidateShow(42);
        items.softly().invalidateShow();
        items.invalidateItemTag(42);
        api.invalidateStatus();
    }
}

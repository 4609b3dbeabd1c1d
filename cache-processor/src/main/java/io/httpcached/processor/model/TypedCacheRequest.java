package io.httpcached.processor.model;

/** Whether the typed cache of a controller is generated. */
public enum TypedCacheRequest {
    /** The controller does not ask for it. */
    NONE,
    /** The controller asks for it. */
    WANTED,
    /** The controller asks for it, but the application has another class of that name. */
    NAME_TAKEN
}

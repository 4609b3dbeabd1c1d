package io.httpcached.benchmark.backend;

/** Returns bytes from a backend, which it reads with the backend's own client. */
interface BareController {

    /**
     * Stores a page in the backend.
     *
     * @param name the name in the request target
     * @param page the bytes of the page
     */
    void keep(String name, byte[] page);
}

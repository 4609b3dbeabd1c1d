package io.httpcached.benchmark.backend;

/** Serves what a backend holds, with the backend's own client and no more. */
interface BareController {

    /**
     * Puts a page into the backend.
     *
     * @param name the name by which it is asked for
     * @param page its bytes
     */
    void keep(String name, byte[] page);
}

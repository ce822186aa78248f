package weighbridge.server;

import java.time.Duration;

/**
 * When a started server counts as ready.
 *
 * @param url path and query asked again and again
 * @param expect the answer that ends the asking
 * @param timeout how long the server may take from the start of its process
 */
public record Readiness(String url, Expectation expect, Duration timeout) {}

package weighbridge.server;

import java.util.Optional;

/**
 * What a right answer is.
 *
 * @param status the HTTP status code
 * @param body the whole body, where it matters
 */
public record Expectation(int status, Optional<String> body) {}

package weighbridge.record;

/**
 * One of the requests that each user of a target makes.
 *
 * @param method such as GET
 * @param url what was called
 * @param expectedStatus of a right answer
 */
public record RequestRecord(String method, String url, int expectedStatus) {}

package weighbridge.truth;

/**
 * A request as it was read.
 *
 * @param path without its query
 * @param number of the request on its connection, from 1
 * @param last whether the client wants the connection ended with the answer (RFC 9112, 9.6), as HTTP/1.0 does
 */
record Request(String path, int number, boolean last) {}

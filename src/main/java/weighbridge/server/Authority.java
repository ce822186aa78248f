package weighbridge.server;

/**
 * What stands in a url between its {@code //} and its path (RFC 3986, 3.2), taken apart and not yet judged.
 *
 * @param user what stands before the {@code @}; null where there is none
 * @param host with its brackets, where it has some
 * @param port what stands after the colon; null where there is none
 */
record Authority(String user, String host, String port) {
    static Authority of(String text) {
        int at = text.lastIndexOf('@');
        String user = at < 0 ? null : text.substring(0, at);
        String rest = text.substring(at + 1);
        int colon = rest.lastIndexOf(':');
        boolean inBrackets = colon < rest.lastIndexOf(']');
        // Two colons without brackets are no host with its port, so all of it is a host, if a wrong one.
        boolean bare = !rest.startsWith("[") && rest.indexOf(':') != colon;
        return colon < 0 || inBrackets || bare
                ? new Authority(user, rest, null)
                : new Authority(user, rest.substring(0, colon), rest.substring(colon + 1));
    }
}

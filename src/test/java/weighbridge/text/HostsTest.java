package weighbridge.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostsTest {
    private static final Hosts HERE = new Hosts(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost", "LOCALHOST", "127.0.0.1", "127.0.0.0", "127.255.255.255", "127.1.20.199", "[::1]"})
    void thisMachineIsAllowed(String host) {
        assertThat(HERE.allow(host)).isTrue();
        assertThat(Hosts.isHost(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.org",
                "localhost.",
                "localhost.example.org",
                "localhost.localdomain",
                "localhost6",
                "0.0.0.0",
                "127.1",
                "127.0.0.256",
                "127.0.0.01",
                "127.0.0.1.",
                "127.0.0.1.example.org",
                "0127.0.0.1",
                "128.0.0.1",
                "2130706433",
                "0x7f000001",
                "017700000001",
                "[::]",
                "[0:0:0:0:0:0:0:1]",
                "[::ffff:127.0.0.1]",
                "[::ffff:1.2.3.4]",
                "[::1%lo]",
                "::1",
                "\uff11\uff12\uff17.0.0.1",
                "local\u017fhost",
                "",
            })
    void everythingElseIsNot(String host) {
        assertThat(HERE.allow(host)).isFalse();
    }

    @Test
    void anotherHostIsAllowedByExactlyItsName() {
        Hosts hosts = new Hosts(List.of("server.example"));

        assertThat(hosts.allow("Server.Example")).isTrue();
        assertThat(hosts.allow("www.server.example")).isFalse();
        assertThat(hosts.allow("server.example.")).isFalse();
        assertThat(hosts.allow("erver.example")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "*", "a b", "a_b", "-a", "a:80", "http://a", "a/b", "[", "[a]", "::1", "$(reboot)", "a'b"})
    void whatIsNoHost(String text) {
        assertThat(Hosts.isHost(text)).isFalse();
    }

    @Test
    void theRemoteHostsOfUrlsAreToldOnceAsTheSettingNamesThem() {
        assertThat(Hosts.remote(List.of(
                        "http://127.0.0.1:8000/http://a.example/",
                        "http://localhost:80",
                        "http://[::1]:80/",
                        "http://B.example:81/",
                        "http://b.example?c",
                        "http://me@[2001:db8::1]:80/",
                        "http://a,b/",
                        "nothing")))
                .containsExactly("b.example", "[2001:db8::1]");
    }
}

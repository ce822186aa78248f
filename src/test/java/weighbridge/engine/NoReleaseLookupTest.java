package weighbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatling.commons.util.GatlingVersion;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import weighbridge.record.ChildJvm;

class NoReleaseLookupTest {

    @Test
    void gatlingAsksNobodyForANewerRelease() throws Exception {
        String printed = ChildJvm.run(
                List.of("-Djava.util.prefs.PreferencesFactory=" + NoReleaseLookup.class.getName()),
                NoReleaseLookupTest.class.getName());

        assertThat(printed).isEqualTo("latest: None\n");
    }

    /** Without our preferences it would ask: the test above can fail. */
    @Test
    void gatlingWouldAskOtherwise() throws Exception {
        String printed = ChildJvm.run(
                List.of("-Djava.util.prefs.userRoot=" + System.getProperty("java.io.tmpdir") + "/no-such-preferences"),
                NoReleaseLookupTest.class.getName());

        assertThat(printed).contains("asked: https://");
    }

    /** In the child: prints every address that is asked, and stops the asking there. */
    public static void main(String[] arguments) {
        ProxySelector.setDefault(new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                System.out.println("asked: " + uri);
                throw new IllegalArgumentException("nothing goes out of a test");
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException cause) {
                throw new AssertionError(cause);
            }
        });
        System.out.println("latest: " + GatlingVersion.LatestRelease());
    }
}

package weighbridge.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of Weighbridge, put in by its build. */
public final class WeighbridgeVersion {
    private WeighbridgeVersion() {}

    /** Such as 0.1.0. */
    public static String read() {
        Properties properties = new Properties();
        try (InputStream in = WeighbridgeVersion.class.getResourceAsStream("/weighbridge/version.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }
}

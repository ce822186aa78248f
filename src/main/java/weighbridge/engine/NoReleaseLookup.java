package weighbridge.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.prefs.AbstractPreferences;
import java.util.prefs.Preferences;
import java.util.prefs.PreferencesFactory;

/**
 * Preferences in memory that tell Gatling it has looked for a newer release already, so that it asks no server on the
 * internet. Chosen by {@code -Djava.util.prefs.PreferencesFactory}, for Gatling looks before it loads a simulation.
 */
public final class NoReleaseLookup implements PreferencesFactory {
    @Override
    public Preferences userRoot() {
        return new InMemory(null, "");
    }

    @Override
    public Preferences systemRoot() {
        return new InMemory(null, "");
    }

    private static final class InMemory extends AbstractPreferences {
        private final Map<String, InMemory> children = new HashMap<>();
        private final Map<String, String> values = new HashMap<>();

        InMemory(InMemory parent, String name) {
            super(parent, name);
            // io.gatling.commons.util.LatestGatlingRelease looks again where this is too long ago; it never is.
            values.put("lastCheckTimestamp", Long.toString(Long.MAX_VALUE));
        }

        @Override
        protected void putSpi(String key, String value) {
            values.put(key, value);
        }

        @Override
        protected String getSpi(String key) {
            return values.get(key);
        }

        @Override
        protected void removeSpi(String key) {
            values.remove(key);
        }

        @Override
        protected void removeNodeSpi() {
            values.clear();
        }

        @Override
        protected String[] keysSpi() {
            return values.keySet().toArray(String[]::new);
        }

        @Override
        protected String[] childrenNamesSpi() {
            return children.keySet().toArray(String[]::new);
        }

        @Override
        protected AbstractPreferences childSpi(String name) {
            return children.computeIfAbsent(name, added -> new InMemory(this, added));
        }

        @Override
        protected void syncSpi() {
            // in memory only
        }

        @Override
        protected void flushSpi() {
            // in memory only
        }
    }
}

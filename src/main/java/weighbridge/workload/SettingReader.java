package weighbridge.workload;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import weighbridge.figure.SearchSlos;
import weighbridge.figure.Slo;
import weighbridge.figure.Slos;
import weighbridge.text.Durations;
import weighbridge.text.Fault;
import weighbridge.text.Hosts;
import weighbridge.text.InputException;

/** Reads settings one by one and keeps the faults, so that a user sees all wrong values at once. */
final class SettingReader {
    private final UnaryOperator<String> lookup;
    private final List<Fault> faults = new ArrayList<>();

    SettingReader(UnaryOperator<String> lookup) {
        this.lookup = lookup;
    }

    String text(String name, String fallback) {
        String text = given(name).orElse(fallback);
        if (text.isEmpty()) {
            wrong(name, text, "a text that is not empty", fallback);
        }
        return text;
    }

    int integer(String name, int fallback, int low, int high) {
        Optional<String> given = given(name);
        if (given.isEmpty()) {
            return fallback;
        }
        String text = given.get();
        if (text.matches("\\d{1,9}")) {
            int number = Integer.parseInt(text);
            if (number >= low && number <= high) {
                return number;
            }
        }
        wrong(name, text, "a whole number from " + low + " to " + high, Integer.toString(fallback));
        return fallback;
    }

    boolean bool(String name, boolean fallback) {
        String text = given(name).orElse(Boolean.toString(fallback));
        if (!text.equals("true") && !text.equals("false")) {
            wrong(name, text, "true or false", "true");
        }
        return text.equals("true");
    }

    Duration duration(String name, Duration fallback, Duration low, Duration high) {
        Optional<String> given = given(name);
        if (given.isEmpty()) {
            return fallback;
        }
        Optional<Duration> duration =
                Durations.parse(given.get()).filter(value -> value.compareTo(low) >= 0 && value.compareTo(high) <= 0);
        if (duration.isEmpty()) {
            String allowed = Durations.ALLOWED + ", from " + Durations.text(low) + " to " + Durations.text(high);
            wrong(name, given.get(), allowed, fallback.toSeconds() + "s");
        }
        return duration.orElse(fallback);
    }

    Path path(String name, String fallback) {
        String text = text(name, fallback);
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            wrong(name, text, "a path", fallback);
            return Path.of(fallback);
        }
    }

    /** Names and addresses separated by commas; none where nothing is given. */
    List<String> hosts(String name) {
        List<String> hosts = new ArrayList<>();
        for (String host : given(name).map(text -> text.split(",", -1)).orElse(new String[0])) {
            String stripped = host.strip();
            if (Hosts.isHost(stripped)) {
                hosts.add(stripped);
            } else {
                wrong(name, stripped, "hosts as they stand in a url, without scheme, port or path", nearest(stripped));
            }
        }
        return hosts;
    }

    /** @param fallback what holds where nothing is given; null for none */
    List<Slo> promises(String name, String fallback) {
        return given(name)
                .or(() -> Optional.ofNullable(fallback))
                .map(text -> Slos.read(text, faults))
                .orElse(List.of());
    }

    /** Those under which a capacity can be looked for. @param fallback likewise */
    List<Slo> loadPromises(String name, String fallback) {
        List<Slo> promises = promises(name, fallback);
        faults.addAll(SearchSlos.faults(promises));
        return promises;
    }

    /** Of a setting that says nothing here: to pass over it in silence would let a user believe that it does. */
    void refuse(String name, String why, String fix) {
        given(name).ifPresent(found -> fault(name, '"' + found + '"', "nothing, for " + name + " " + why, fix));
    }

    /** The host that was meant, or an example. */
    private static String nearest(String text) {
        String host = text.replaceFirst("^[A-Za-z][A-Za-z0-9+.-]*://", "").replaceFirst("[/?#].*", "");
        if (Hosts.isHost("[" + host + "]")) {
            return "'[" + host + "]'";
        }
        String withoutPort = host.replaceFirst("^.*@", "").replaceFirst(":\\d*$", "");
        return Hosts.isHost(withoutPort) ? withoutPort : "server.example";
    }

    void finish() {
        if (!faults.isEmpty()) {
            throw InputException.of(faults);
        }
    }

    /** What stands there; empty where nothing does. */
    Optional<String> given(String name) {
        return Optional.ofNullable(lookup.apply(name)).map(String::strip);
    }

    void wrong(String name, String found, String allowed, String fallback) {
        fault(name, '"' + found + '"', allowed, "give for example -D" + name + "=" + fallback);
    }

    void fault(String name, String found, String allowed, String fix) {
        faults.add(new Fault(name, "", found, allowed, fix));
    }
}

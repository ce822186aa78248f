package weighbridge.workload;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import weighbridge.figure.SearchSlos;
import weighbridge.figure.Slo;
import weighbridge.figure.Slos;
import weighbridge.text.Durations;
import weighbridge.text.Fault;
import weighbridge.text.Hosts;
import weighbridge.text.InputException;
import weighbridge.text.Limits;
import weighbridge.text.LocaleText;
import weighbridge.text.TypedPath;

/** Reads settings one by one and keeps the faults, so that a user sees all wrong values at once. */
final class SettingReader {
    private final UnaryOperator<String> lookup;
    private final List<Fault> faults = new ArrayList<>();

    SettingReader(UnaryOperator<String> lookup) {
        this.lookup = lookup;
    }

    String text(Setting setting) {
        String text = given(setting).orElse(setting.usual());
        if (text.isEmpty()) {
            wrong(setting, text, "a text that is not empty", setting.usual());
        }
        return text;
    }

    int integer(Setting setting, int low, int high) {
        int fallback = setting.usual().isEmpty() ? Math.max(low, 1) : Integer.parseInt(setting.usual());
        Optional<String> given = given(setting);
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
        wrong(setting, text, "a whole number from " + low + " to " + high, Integer.toString(fallback));
        return fallback;
    }

    boolean bool(Setting setting) {
        String text = given(setting).orElse(setting.usual());
        if (!text.equals("true") && !text.equals("false")) {
            wrong(setting, text, "true or false", "true");
        }
        return text.equals("true");
    }

    /** The default is raised to the least that is allowed. */
    Duration duration(Setting setting, Duration low, Duration high) {
        Duration usual = Durations.parse(setting.usual()).orElseThrow();
        Duration fallback = usual.compareTo(low) < 0 ? low : usual;
        Optional<String> given = given(setting);
        if (given.isEmpty()) {
            return fallback;
        }
        Optional<Duration> duration =
                Durations.parse(given.get()).filter(value -> value.compareTo(low) >= 0 && value.compareTo(high) <= 0);
        if (duration.isEmpty()) {
            String allowed = Durations.ALLOWED + ", from " + Durations.text(low) + " to " + Durations.text(high);
            wrong(setting, given.get(), allowed, fallback.toSeconds() + "s");
        }
        return duration.orElse(fallback);
    }

    Path path(Setting setting) {
        String text = text(setting);
        try {
            return TypedPath.of(text);
        } catch (InvalidPathException e) {
            Optional<Fault> ofLocale = TypedPath.fault(setting.key(), text);
            ofLocale.filter(fault -> !faults.contains(fault)).ifPresent(faults::add);
            if (ofLocale.isEmpty()) {
                wrong(setting, text, "a path", setting.usual());
            }
            return Path.of(setting.usual());
        }
    }

    Cores cores(Workload.Kind kind) {
        String text = given(Setting.CORES).orElse(Setting.CORES.usual(kind));
        Optional<Cores> cores = Cores.parse(text);
        if (cores.isEmpty()) {
            wrong(Setting.CORES, text, Cores.ALLOWED, "apart");
        }
        return cores.orElseGet(Cores.Shared::new);
    }

    /** The boxes that each server is measured in; none where no limit is given. */
    List<Limits> boxes() {
        List<Double> cpus = amounts(Setting.CPUS, Limits::parseCpus, Limits.ALLOWED_CPUS, "0.5");
        List<Long> memory = amounts(Setting.MEMORY, Limits::parseMemory, Limits.ALLOWED_MEMORY, "256MiB");
        if (cpus.size() > 1 && memory.size() > 1) {
            wrong(
                    Setting.MEMORY,
                    given(Setting.MEMORY).orElseThrow(),
                    "one amount beside several of " + Setting.CPUS.key(),
                    Limits.text(memory.get(0)));
        }
        List<Limits> boxes = new ArrayList<>();
        for (Double each : cpus.isEmpty() ? Collections.singletonList((Double) null) : cpus) {
            for (Long bytes : memory.isEmpty() ? Collections.singletonList((Long) null) : memory) {
                boxes.add(new Limits(each, bytes));
            }
        }
        return boxes.stream().filter(box -> !box.areNone()).toList();
    }

    /** Separated by commas, each once. */
    private <T> List<T> amounts(Setting setting, Function<String, Optional<T>> parse, String allowed, String example) {
        List<T> amounts = new ArrayList<>();
        Optional<String> given = given(setting);
        for (String text : given.map(list -> list.split(",", -1)).orElse(new String[0])) {
            Optional<T> amount = parse.apply(text.strip());
            if (amount.isEmpty() || amounts.contains(amount.get())) {
                String found = amount.isEmpty() ? text.strip() : given.get();
                wrong(setting, found, amount.isEmpty() ? allowed : "each amount once", example);
                return List.of();
            }
            amounts.add(amount.get());
        }
        return amounts;
    }

    /** Names and addresses separated by commas; none where nothing is given. */
    List<String> hosts(Setting setting) {
        List<String> hosts = new ArrayList<>();
        for (String host : given(setting).map(text -> text.split(",", -1)).orElse(new String[0])) {
            String stripped = host.strip();
            if (Hosts.isHost(stripped)) {
                hosts.add(stripped);
            } else {
                wrong(
                        setting,
                        stripped,
                        "hosts as they stand in a url, without scheme, port or path",
                        nearest(stripped));
            }
        }
        return hosts;
    }

    /** @param usual what holds where nothing is given; empty for none */
    List<Slo> promises(String usual) {
        return given(Setting.SLO)
                .or(() -> Optional.of(usual).filter(text -> !text.isEmpty()))
                .map(text -> Slos.read(text, faults))
                .orElse(List.of());
    }

    /** Those under which a capacity can be looked for. @param usual likewise */
    List<Slo> loadPromises(String usual) {
        List<Slo> promises = promises(usual);
        faults.addAll(SearchSlos.faults(promises));
        return promises;
    }

    /** Of a setting that says nothing here: to pass over it in silence would let a user believe that it does. */
    void refuse(Setting setting, String why, String fix) {
        given(setting)
                .ifPresent(
                        found -> fault(setting, '"' + found + '"', "nothing, for " + setting.key() + " " + why, fix));
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
    Optional<String> given(Setting setting) {
        Optional<String> given = Optional.ofNullable(lookup.apply(setting.key()))
                .map(LocaleText::asGiven)
                .map(String::strip);
        given.flatMap(text -> LocaleText.fault(setting.key(), text))
                .filter(fault -> !faults.contains(fault))
                .ifPresent(faults::add);
        return given;
    }

    void wrong(Setting setting, String found, String allowed, String example) {
        fault(setting, '"' + found + '"', allowed, "give for example -D" + setting.key() + "=" + example);
    }

    void fault(Setting setting, String found, String allowed, String fix) {
        faults.add(new Fault(setting.key(), "", found, allowed, fix));
    }
}

package weighbridge.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;
import weighbridge.workload.Setting;
import weighbridge.workload.Workload.Kind;

/** The settings as options of a command, made from their list, so that a new setting needs no second one. */
final class SettingOptions {
    /** Strict, for picocli's own takes YES for true. */
    private static final ITypeConverter<Boolean> TRUE_OR_FALSE = text -> {
        if (!text.equals("true") && !text.equals("false")) {
            throw new TypeConversionException("neither true nor false");
        }
        return Boolean.valueOf(text);
    };

    private SettingOptions() {}

    /**
     * Adds an option for each setting. Those of other kinds of runs are not listed, but read: who gives one is told why it
     * says nothing here.
     *
     * @param kinds of runs that the command makes
     * @param usual defaults of the command that differ from those of the settings
     */
    static void add(CommandSpec spec, Set<Kind> kinds, Map<Setting, String> usual) {
        for (Setting setting : Setting.values()) {
            boolean listed = kinds.stream().anyMatch(setting::isOf);
            String text = usual.getOrDefault(setting, usual(setting, kinds));
            String described = setting.meaning() + (text.isEmpty() ? "" : "; default: " + text);
            OptionSpec.Builder option = OptionSpec.builder(name(setting))
                    .description(described.replace("%", "%%"))
                    .hidden(!listed)
                    .paramLabel(setting.form());
            spec.addOption(
                    setting.isSwitch()
                            ? option.type(Boolean.class)
                                    .converters(TRUE_OR_FALSE)
                                    .arity("0..1")
                                    .fallbackValue("true")
                                    .build()
                            : option.type(String.class).arity("1").build());
        }
    }

    static String name(Setting setting) {
        return "--" + setting.key();
    }

    private static String usual(Setting setting, Set<Kind> kinds) {
        return kinds.stream()
                .filter(setting::isOf)
                .map(setting::usual)
                .distinct()
                .collect(Collectors.joining(" or "));
    }

    /** What was given, by the names of the settings. */
    static Map<String, String> given(ParseResult parsed) {
        Map<String, String> given = new LinkedHashMap<>();
        for (Setting setting : Setting.values()) {
            if (parsed.hasMatchedOption(name(setting))) {
                given.put(setting.key(), String.valueOf((Object) parsed.matchedOptionValue(name(setting), null)));
            }
        }
        return given;
    }
}

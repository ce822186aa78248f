package weighbridge.build;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of docs/architecture.md about packages and files. */
class ArchitectureTest {
    private static final JavaClasses MAIN = new ClassFileImporter().importPath(Path.of("target/classes"));

    private static final Path SOURCE = Path.of("src/main/java");

    /** Which packages each package may use. A package that is not listed here fails the test. */
    private static final Map<String, List<String>> MAY_USE = new TreeMap<>(Map.ofEntries(
            Map.entry("text", List.of()),
            Map.entry("statistics", List.of()),
            Map.entry("figure", List.of("text")),
            Map.entry("workload", List.of("text", "figure")),
            Map.entry("record", List.of("text", "figure", "workload")),
            Map.entry("process", List.of("text", "record")),
            Map.entry("server", List.of("text", "record", "process")),
            Map.entry("capacity", List.of("text", "statistics", "figure", "workload", "record")),
            Map.entry("analysis", List.of("text", "statistics", "figure", "workload", "record", "capacity")),
            Map.entry("compare", List.of("text", "statistics", "figure", "workload", "record", "analysis")),
            Map.entry(
                    "render",
                    List.of("text", "statistics", "figure", "workload", "record", "capacity", "analysis", "compare")),
            Map.entry(
                    "engine",
                    List.of(
                            "text",
                            "figure",
                            "workload",
                            "record",
                            "process",
                            "server",
                            "capacity",
                            "analysis",
                            "render")),
            Map.entry(
                    "cli",
                    List.of(
                            "text",
                            "statistics",
                            "figure",
                            "workload",
                            "record",
                            "process",
                            "server",
                            "capacity",
                            "analysis",
                            "compare",
                            "render",
                            "engine"))));

    @Test
    void packagesFormNoCycle() {
        slices().matching("weighbridge.(*)..").should().beFreeOfCycles().check(MAIN);
    }

    static Stream<Map.Entry<String, List<String>>> packages() {
        return MAY_USE.entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void aPackageUsesOnlyThoseBelowIt(Map.Entry<String, List<String>> room) {
        String[] forbidden = MAY_USE.keySet().stream()
                .filter(other ->
                        !other.equals(room.getKey()) && !room.getValue().contains(other))
                .map(other -> "weighbridge." + other + "..")
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage("weighbridge." + room.getKey() + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden)
                .check(MAIN);
    }

    @Test
    void everyClassLiesInAListedPackage() {
        String[] listed =
                MAY_USE.keySet().stream().map(name -> "weighbridge." + name).toArray(String[]::new);
        classes().should().resideInAnyPackage(listed).check(MAIN);
    }

    @Test
    void onlyTheEngineKnowsGatling() {
        noClasses()
                .that()
                .resideOutsideOfPackage("weighbridge.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.gatling..")
                .check(MAIN);
    }

    @Test
    void onlyProcessesAreSeenThroughOshiAndJna() {
        noClasses()
                .that()
                .resideOutsideOfPackages("weighbridge.process..", "weighbridge.server..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("oshi..", "com.sun.jna..")
                .check(MAIN);
    }

    /** A wall clock may be set during a run; only the seed of a run is not a time. */
    @Test
    void onlyTheClockOfTheRunAsksTheWallClock() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("weighbridge.process.RunClock")
                .and()
                .doNotHaveFullyQualifiedName("weighbridge.engine.RunInput")
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Instant.class, "now")
                .check(MAIN);
    }

    @Test
    void noTwoTypesHaveOneName() {
        Map<String, List<String>> byName = MAIN.stream()
                .filter(type -> type.getEnclosingClass().isEmpty())
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(
                        JavaClass::getSimpleName, Collectors.mapping(JavaClass::getName, Collectors.toList())));
        byName.values().removeIf(names -> names.size() == 1);
        assertThat(byName).as("types of one name").isEmpty();
    }

    @Test
    void filesStaySmall() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCE)) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            long under100 = 0;
            for (Path source : sources) {
                int lines = Files.readAllLines(source).size();
                assertThat(lines).as("lines of " + source).isLessThanOrEqualTo(300);
                under100 += lines < 100 ? 1 : 0;
            }
            assertThat(2 * under100).as("twice the files under 100 lines").isGreaterThan(sources.size());
        }
    }

    /** Names such as {@code RunJournal}; those with … stand for several. */
    @Test
    void thePageNamesWhatExists() throws IOException {
        Set<String> sources;
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            sources = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.replace(".java", ""))
                    .collect(Collectors.toSet());
        }
        List<String> named = Pattern.compile("`([A-Z][A-Za-z]+)`")
                .matcher(Files.readString(Path.of("docs/architecture.md")))
                .results()
                .map(name -> name.group(1))
                .toList();

        assertThat(named).hasSizeGreaterThan(30).allMatch(sources::contains);
    }
}

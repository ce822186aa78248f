package weighbridge.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import weighbridge.capacity.CapacityFinding;
import weighbridge.capacity.GeneratorFault;
import weighbridge.figure.Slo;
import weighbridge.figure.Slos;

class CapacityFindingWordsTest {
    @Test
    void everyFindingHasWords() {
        List<CapacityFinding> all = types(CapacityFinding.class)
                .distinct()
                .map(type -> (CapacityFinding) any(type))
                .toList();

        assertThat(all).hasSizeGreaterThan(20);
        assertThat(all)
                .allSatisfy(finding -> assertThat(CapacityFindingWords.of(finding))
                        .isNotBlank()
                        .doesNotContain("\n"));
    }

    private static Stream<Class<?>> types(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(CapacityFindingWordsTest::types)
                : Stream.of(type);
    }

    /** An instance with some values. */
    private static Object any(Class<?> type) {
        if (type == double.class || type == Double.class) {
            return 1.5;
        } else if (type == long.class) {
            return 7L;
        } else if (type == int.class) {
            return 7;
        } else if (type == boolean.class) {
            return true;
        } else if (type == String.class) {
            return "words";
        } else if (type == List.class) {
            return List.of();
        } else if (type == Slo.class) {
            return Slos.of(List.of("p99<50ms")).get(0);
        } else if (type == GeneratorFault.class) {
            return new GeneratorFault.GcPaused(120);
        } else if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        Class<?>[] parts = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(parts);
            return constructor.newInstance(
                    Arrays.stream(parts).map(CapacityFindingWordsTest::any).toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}

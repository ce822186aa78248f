package weighbridge.render;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Comparator;
import java.util.Optional;
import org.junit.jupiter.api.MethodDescriptor;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;

/** A test that only looks at the page of this case, so that it may have the one that others have looked at before. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Looks {
    /** At whose page. */
    RunCase value();

    /** Those that look at the same page follow each other; those that change theirs come last. */
    final class InOrder implements MethodOrderer {
        @Override
        public void orderMethods(MethodOrdererContext context) {
            context.getMethodDescriptors()
                    .sort(Comparator.<MethodDescriptor>comparingInt(
                                    test -> shown(test).map(RunCase::ordinal).orElse(Integer.MAX_VALUE))
                            .thenComparing(test -> test.getMethod().getName()));
        }

        private static Optional<RunCase> shown(MethodDescriptor test) {
            return test.findAnnotation(Looks.class).map(Looks::value);
        }
    }
}

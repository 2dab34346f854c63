package io.github.vramguard.junit;

import io.github.vramguard.memory.ByteSize;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.verdict.Allowance;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Finds annotations on a test, its class, and the classes around it, the nearest first, and reads what they say. */
final class Nearest {

    private Nearest() {}

    static <A extends Annotation> Optional<A> annotation(ExtensionContext context, Class<A> type) {
        return elements(context)
                .map(element -> AnnotationSupport.findAnnotation(element, type))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Stream<AnnotatedElement> elements(ExtensionContext context) {
        return Stream.iterate(
                        Optional.of(context), Optional::isPresent, here -> here.flatMap(ExtensionContext::getParent))
                .flatMap(Optional::stream)
                .map(ExtensionContext::getElement)
                .flatMap(Optional::stream);
    }

    /** The pools that a leak test or a test without leaks names; empty for all. */
    static Set<Pool> pools(ExtensionContext context) {
        Optional<LeakTest> leakTest = annotation(context, LeakTest.class);
        String[] names = leakTest.map(LeakTest::pools)
                .or(() -> annotation(context, NoLeak.class).map(NoLeak::pools))
                .orElse(new String[0]);
        String annotation = leakTest.isPresent() ? "@LeakTest" : "@NoLeak";
        return Arrays.stream(names)
                .map(name -> read(annotation + "(pools)", name, Pool::named))
                .collect(Collectors.toSet());
    }

    static List<Allowance> knownLeaks(ExtensionContext context) {
        return elements(context)
                .map(element -> AnnotationSupport.findRepeatableAnnotations(element, KnownLeak.class))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of())
                .stream()
                .map(Nearest::allowance)
                .toList();
    }

    private static Allowance allowance(KnownLeak known) {
        Optional<Pool> pool = known.pool().isEmpty()
                ? Optional.empty()
                : Optional.of(read("@KnownLeak(pool)", known.pool(), Pool::named));
        boolean counts = pool.map(Pool::unit).filter(Pool.Unit.COUNT::equals).isPresent();
        long upTo = read(
                "@KnownLeak(upTo)",
                known.upTo(),
                text -> counts ? Long.parseLong(text) : ByteSize.parse(text).bytes());
        if (known.reason().isBlank()) {
            throw new ExtensionConfigurationException("@KnownLeak(reason) is blank; say where the defect is tracked");
        }
        return new Allowance(pool, upTo, known.reason());
    }

    static <T> T read(String attribute, String value, Function<String, T> parse) {
        try {
            return parse.apply(value);
        } catch (NumberFormatException refused) {
            throw new ExtensionConfigurationException(
                    attribute + " = \"" + value + "\" is not accepted; give a whole number", refused);
        } catch (IllegalArgumentException refused) {
            throw new ExtensionConfigurationException(attribute + ": " + refused.getMessage(), refused);
        }
    }
}

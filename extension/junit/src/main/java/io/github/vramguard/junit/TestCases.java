package io.github.vramguard.junit;

import io.github.vramguard.run.SourceLocation;
import io.github.vramguard.run.SourceTree;
import io.github.vramguard.run.TestCase;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Names tests in records, so that other runs find them again. */
final class TestCases {

    /** Of methods and, from JUnit 5.13 on, of classes. */
    private static final Pattern INVOCATION = Pattern.compile("\\[(?:test|class)-template-invocation:#(\\d+)]");

    private static final SourceTree SOURCES = SourceTree.of(Path.of(""), System.getenv());
    private static final Map<String, Optional<SourceLocation>> FOUND = new ConcurrentHashMap<>();

    private TestCases() {}

    static TestCase of(ExtensionContext context, String check) {
        Optional<SourceLocation> source = context.getTestClass()
                .flatMap(type -> source(type, context.getTestMethod().map(Method::getName)));
        return new TestCase(
                id(context),
                check,
                context.getDisplayName(),
                source.map(SourceLocation::file).orElse(null),
                source.map(SourceLocation::line).orElse(null));
    }

    /** Looked up once: sources do not move while tests run. */
    private static Optional<SourceLocation> source(Class<?> type, Optional<String> method) {
        return FOUND.computeIfAbsent(
                type.getName() + "#" + method.orElse(""), any -> SOURCES.find(type.getName(), method.orElse(null)));
    }

    private static String id(ExtensionContext context) {
        String type = context.getTestClass().map(Class::getName).orElseGet(context::getUniqueId);
        return context.getTestMethod()
                        .map(method -> type + "#" + signature(method))
                        .orElse(type)
                + invocations(context.getUniqueId());
    }

    static String signature(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(", ", method.getName() + "(", ")"));
    }

    static String invocations(String uniqueId) {
        return INVOCATION
                .matcher(uniqueId)
                .results()
                .map(invocation -> "[" + invocation.group(1) + "]")
                .collect(Collectors.joining());
    }
}

package io.github.vramguard.junit;

import io.github.vramguard.run.TestCase;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What tests are called in records, so that they are found again in other runs. */
final class TestCases {

    private static final Pattern INVOCATION = Pattern.compile("\\[test-template-invocation:#(\\d+)]$");

    private TestCases() {}

    static TestCase of(ExtensionContext context, String check) {
        return new TestCase(id(context), check, context.getDisplayName(), null, null);
    }

    private static String id(ExtensionContext context) {
        String type = context.getTestClass().map(Class::getName).orElseGet(context::getUniqueId);
        return context.getTestMethod()
                .map(method -> type + "#" + signature(method) + invocation(context.getUniqueId()))
                .orElse(type);
    }

    private static String signature(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(", ", method.getName() + "(", ")"));
    }

    private static String invocation(String uniqueId) {
        Matcher invocation = INVOCATION.matcher(uniqueId);
        return invocation.find() ? "[" + invocation.group(1) + "]" : "";
    }
}

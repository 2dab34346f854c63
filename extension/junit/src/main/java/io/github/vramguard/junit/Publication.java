package io.github.vramguard.junit;

import io.github.vramguard.message.Message;
import io.github.vramguard.run.MeasuredPool;
import io.github.vramguard.run.MeasuredTest;
import io.github.vramguard.run.Result;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.function.ThrowingConsumer;

/** Publishes a verdict to JUnit: report entries with stable keys, and a file with the message. */
final class Publication {

    private static final String PREFIX = "vramguard.";

    private final ExtensionContext context;

    Publication(ExtensionContext context) {
        this.context = context;
    }

    void of(MeasuredTest test, Message message) {
        Map<String, String> entries = new LinkedHashMap<>(entries(nameOf(test.result()), message.line()));
        for (MeasuredPool pool : test.pools()) {
            put(entries, "residual", pool, pool.residual());
            put(entries, "growth", pool, pool.growthPerCycle());
            put(entries, "peak", pool, pool.peak());
        }
        context.publishReportEntry(entries);
        if (test.result() != Result.PASSED) {
            attach(file(test.test().check()), message + "\n");
        }
    }

    void notJudged(String reason) {
        context.publishReportEntry(entries("not judged", reason));
    }

    /** The second loop of a test has a file of its own. */
    static String file(String check) {
        return "vramguard-" + check.replaceAll("[^A-Za-z0-9]", "") + ".txt";
    }

    static String nameOf(Result result) {
        return result.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Map<String, String> entries(String verdict, String message) {
        return Map.of(PREFIX + "verdict", verdict, PREFIX + "message", message);
    }

    private static void put(Map<String, String> entries, String figure, MeasuredPool pool, @Nullable Long amount) {
        if (amount != null) {
            entries.put(PREFIX + figure + "." + pool.name(), amount.toString());
        }
    }

    /** JUnit takes files from 5.12 on; the type of its second parameter has moved since. */
    private void attach(String name, String text) {
        Optional<Method> publish = Arrays.stream(ExtensionContext.class.getMethods())
                .filter(method -> method.getName().equals("publishFile") && method.getParameterCount() == 3)
                .findFirst();
        if (publish.isPresent()) {
            attach(publish.get(), name, text);
        }
    }

    private void attach(Method publish, String name, String text) {
        ThrowingConsumer<Path> write = file -> write(file, text);
        try {
            Object plain = publish.getParameterTypes()[1]
                    .getMethod("parse", String.class)
                    .invoke(null, "text/plain");
            publish.invoke(context, name, plain, write);
        } catch (InvocationTargetException | IllegalAccessException | NoSuchMethodException refused) {
            System.getLogger(Publication.class.getName()).log(Level.DEBUG, "JUnit did not accept a file", refused);
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text);
    }
}

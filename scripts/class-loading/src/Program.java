import groovy.lang.ExpandoMetaClass;
import groovy.lang.GroovyClassLoader;
import groovy.lang.GroovyShell;
import groovy.lang.GroovySystem;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import javax.script.ScriptEngineManager;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.bytebuddy.matcher.ElementMatchers;
import net.bytebuddy.implementation.FixedValue;

/** Programs that load classes. Those named with a leak retain some of them in each cycle, or in every second. */
enum Program {
    PLUGIN_50 {
        @Override
        RoundTrip prepare() {
            return plugin(50, 0);
        }
    },
    PLUGIN_50_LEAK {
        @Override
        RoundTrip prepare() {
            return plugin(50, 1);
        }
    },
    PLUGIN_20_LEAK {
        @Override
        RoundTrip prepare() {
            return plugin(20, 1);
        }
    },
    PLUGIN_50_LEAK_EVERY_SECOND {
        @Override
        RoundTrip prepare() {
            return plugin(50, 2);
        }
    },
    PLUGIN_1_LEAK {
        @Override
        RoundTrip prepare() {
            return plugin(1, 1);
        }
    },
    JAR_500 {
        @Override
        RoundTrip prepare() throws Exception {
            return jar(500, 0);
        }
    },
    JAR_500_LEAK {
        @Override
        RoundTrip prepare() throws Exception {
            return jar(500, 1);
        }
    },
    PROXY {
        @Override
        RoundTrip prepare() {
            return Program::proxy;
        }
    },
    PROXY_LEAK {
        @Override
        RoundTrip prepare() {
            return () -> Retained.add(proxy());
        }
    },
    BYTE_BUDDY {
        @Override
        RoundTrip prepare() {
            return () -> subclasses(ClassLoadingStrategy.Default.WRAPPER);
        }
    },
    BYTE_BUDDY_LEAK {
        @Override
        RoundTrip prepare() {
            return () -> Retained.add(subclasses(ClassLoadingStrategy.Default.WRAPPER));
        }
    },
    /** Nobody holds them, but their loader never goes. */
    BYTE_BUDDY_INJECTION_LEAK {
        @Override
        RoundTrip prepare() {
            return () -> subclasses(ClassLoadingStrategy.UsingLookup.of(MethodHandles.lookup()));
        }
    },
    HIDDEN {
        @Override
        RoundTrip prepare() {
            return hidden(0);
        }
    },
    HIDDEN_LEAK {
        @Override
        RoundTrip prepare() {
            return hidden(1);
        }
    },
    GROOVY {
        @Override
        RoundTrip prepare() {
            return Program::groovy;
        }
    },
    GROOVY_SAME_SHELL {
        @Override
        RoundTrip prepare() {
            GroovyShell shell = new GroovyShell();
            int[] cycle = {0};
            return () -> shell.evaluate("[1, 2, 3].collect { it + " + cycle[0]++ + " }.sum()");
        }
    },
    GROOVY_LEAK {
        @Override
        RoundTrip prepare() {
            return () -> Retained.add(groovy());
        }
    },
    /** The registry of Groovy forgets a class that nobody else holds. */
    GROOVY_META_CLASS {
        @Override
        RoundTrip prepare() {
            return () -> {
                Class<?> type = groovy();
                ExpandoMetaClass changed = new ExpandoMetaClass(type, true, true);
                changed.initialize();
                GroovySystem.getMetaClassRegistry().setMetaClass(type, changed);
            };
        }
    },
    KOTLIN_SCRIPT {
        @Override
        RoundTrip prepare() {
            return Program::kotlin;
        }
    },
    KOTLIN_SCRIPT_LEAK {
        @Override
        RoundTrip prepare() {
            return () -> Retained.add(kotlin());
        }
    },
    SPRING_RELOAD {
        @Override
        RoundTrip prepare() {
            return () -> Springs.start().close();
        }
    },
    /** Nothing here holds the loader; Spring Boot leaves something of it in the JVM. */
    SPRING_RESTART_LEAK {
        @Override
        RoundTrip prepare() {
            return Springs::restart;
        }
    };

    /** What one cycle does; what all cycles share is made here. */
    abstract RoundTrip prepare() throws Exception;

    private static RoundTrip plugin(int count, int retainEvery) {
        Map<String, byte[]> classes = Generated.classes(count);
        return retaining(retainEvery, () -> Generated.load(classes));
    }

    private static RoundTrip jar(int count, int retainEvery) throws Exception {
        Map<String, byte[]> classes = Generated.classes(count);
        Path jar = Urls.jar(classes);
        return retaining(retainEvery, () -> Urls.load(jar, classes.keySet()));
    }

    private static RoundTrip hidden(int retainEvery) {
        byte[] bytes = new ByteBuddy()
                .subclass(Object.class)
                .name("Hidden")
                .method(ElementMatchers.named("toString"))
                .intercept(FixedValue.value("hidden"))
                .make()
                .getBytes();
        return retaining(retainEvery, () -> {
            Object[] all = new Object[40];
            for (int i = 0; i < all.length; i++) {
                all[i] = MethodHandles.lookup()
                        .defineHiddenClass(bytes, true)
                        .lookupClass()
                        .getConstructor()
                        .newInstance();
                all[i].toString();
            }
            return all;
        });
    }

    private interface Load {
        Object load() throws Exception;
    }

    private static RoundTrip retaining(int every, Load load) {
        int[] cycle = {0};
        return () -> {
            Object loaded = load.load();
            if (every > 0 && cycle[0]++ % every == 0) {
                Retained.add(loaded);
            }
        };
    }

    private static Object proxy() {
        Object[] all = new Object[20];
        for (int i = 0; i < all.length; i++) {
            all[i] = Proxy.newProxyInstance(
                    new ClassLoader(Program.class.getClassLoader()) {},
                    new Class<?>[] {Comparator.class, Runnable.class, AutoCloseable.class},
                    (proxy, method, arguments) -> null);
            ((Runnable) all[i]).run();
        }
        return all;
    }

    private static Object subclasses(ClassLoadingStrategy<? super ClassLoader> strategy) throws Exception {
        Object[] all = new Object[20];
        for (int i = 0; i < all.length; i++) {
            all[i] = new ByteBuddy()
                    .subclass(Retainable.class)
                    .method(ElementMatchers.named("toString"))
                    .intercept(FixedValue.value("subclass"))
                    .make()
                    .load(Program.class.getClassLoader(), strategy)
                    .getLoaded()
                    .getConstructor()
                    .newInstance();
            all[i].toString();
        }
        return all;
    }

    /** What Byte Buddy extends here. */
    public static class Retainable {}

    private static Class<?> groovy() throws Exception {
        try (GroovyClassLoader loader = new GroovyClassLoader()) {
            Class<?> type = loader.parseClass("""
                    class Rule {
                        def amounts = [1, 2, 3]
                        def total() { amounts.collect { it * 2 }.findAll { it > 2 }.sum() }
                    }
                    new Rule().total()
                    """);
            ((groovy.lang.Script) new GroovyShell(loader).parse("new Rule().total()")).run();
            return type;
        }
    }

    private static Object kotlin() throws Exception {
        Object engine = new ScriptEngineManager().getEngineByExtension("kts");
        return ((javax.script.ScriptEngine) engine).eval("val rule = { n: Int -> n * 2 }; listOf(1, 2, 3).map(rule)") instanceof Object
                ? engine
                : null;
    }
}

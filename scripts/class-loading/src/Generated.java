import java.util.HashMap;
import java.util.Map;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.implementation.FixedValue;

/** Classes that are defined anew in a loader of their own, like those of a plugin. */
final class Generated {

    private Generated() {}

    /** Classes of a dozen methods, by name. */
    static Map<String, byte[]> classes(int count) {
        Map<String, byte[]> classes = new HashMap<>();
        for (int i = 0; i < count; i++) {
            var type = new ByteBuddy().subclass(Object.class).name("plugin.Part" + i);
            for (int method = 0; method < 12; method++) {
                type = type.defineMethod("answer" + method, String.class, 1)
                        .intercept(FixedValue.value("answer " + method));
            }
            classes.put("plugin.Part" + i, type.make().getBytes());
        }
        return classes;
    }

    /** Loads all, and calls each. */
    static ClassLoader load(Map<String, byte[]> classes) throws Exception {
        ClassLoader loader = new Plugin(classes);
        for (String name : classes.keySet()) {
            Class<?> type = Class.forName(name, true, loader);
            type.getMethod("answer0").invoke(type.getConstructor().newInstance());
        }
        return loader;
    }

    private static final class Plugin extends ClassLoader {

        private final Map<String, byte[]> classes;

        Plugin(Map<String, byte[]> classes) {
            super(Generated.class.getClassLoader());
            this.classes = classes;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}

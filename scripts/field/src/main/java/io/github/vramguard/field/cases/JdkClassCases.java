package io.github.vramguard.field.cases;

import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;

/** Classes that are loaded again in each cycle. */
public final class JdkClassCases {

    /** The JVM itself keeps some KiB of each, in memory of its own. */
    private static final int FEW = 1;

    private static final int MANY = 10;

    public void ok_loadersClosed() throws Exception {
        for (int i = 0; i < FEW; i++) {
            try (URLClassLoader loader = loader()) {
                loadWith(loader);
            }
        }
    }

    public void ok_proxiesUnreachable() throws Exception {
        for (int i = 0; i < MANY; i++) {
            try (URLClassLoader loader = loader()) {
                proxy(loader);
            }
        }
    }

    public void leak_loadersRetained() throws Exception {
        for (int i = 0; i < MANY; i++) {
            loadWith(Kept.forever(loader()));
        }
    }

    public void leak_proxiesRetained() throws Exception {
        for (int i = 0; i < MANY; i++) {
            Kept.forever(proxy(loader()));
        }
    }

    private static URLClassLoader loader() {
        URL here = JdkClassCases.class.getProtectionDomain().getCodeSource().getLocation();
        return new URLClassLoader(new URL[] {here}, ClassLoader.getPlatformClassLoader());
    }

    private static void loadWith(ClassLoader loader) throws Exception {
        Class.forName(JdkHeapCases.class.getName(), true, loader);
        Class.forName(JdkThreadCases.class.getName(), true, loader);
    }

    private static Object proxy(ClassLoader loader) {
        return Proxy.newProxyInstance(loader, new Class<?>[] {Runnable.class}, (self, method, arguments) -> null);
    }
}

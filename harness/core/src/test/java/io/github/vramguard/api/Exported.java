package io.github.vramguard.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a module exports to everybody. */
final class Exported {

    private final ModuleReference module;

    private Exported(ModuleReference module) {
        this.module = module;
    }

    /** Those of the module that a type is from, whether that is a directory or a jar. */
    static Exported of(Class<?> type) {
        try {
            Path place = Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
            return new Exported(ModuleFinder.of(place).findAll().iterator().next());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(type + " is from no place that can be read", e);
        }
    }

    SortedSet<String> packages() {
        SortedSet<String> packages = new TreeSet<>();
        module.descriptor().exports().stream()
                .filter(export -> !export.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .forEach(packages::add);
        return packages;
    }

    /** The public types of a package, those that are nested in others included, by name. */
    List<Class<?>> types(String packageName) {
        String directory = packageName.replace('.', '/') + "/";
        try (ModuleReader reader = module.open()) {
            List<Class<?>> types = new ArrayList<>();
            reader.list()
                    .filter(entry -> entry.startsWith(directory) && entry.endsWith(".class"))
                    .filter(entry -> entry.indexOf('/', directory.length()) < 0)
                    .filter(entry -> !entry.endsWith("package-info.class"))
                    .map(entry -> entry.substring(0, entry.length() - ".class".length())
                            .replace('/', '.'))
                    .sorted()
                    .map(Exported::load)
                    .filter(Exported::isVisible)
                    .forEach(types::add);
            return types;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Exported.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(name + " is in the module, but not on the class path", e);
        }
    }

    static boolean isVisible(Class<?> type) {
        boolean visible = Modifier.isPublic(type.getModifiers()) || Modifier.isProtected(type.getModifiers());
        return visible
                && !type.isAnonymousClass()
                && (type.getDeclaringClass() == null || isVisible(type.getDeclaringClass()));
    }
}

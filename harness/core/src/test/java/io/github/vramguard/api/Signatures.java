package io.github.vramguard.api;

import static java.util.stream.Collectors.joining;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A type as its users may write it: one line for the type, one for each member that they can reach. */
final class Signatures {

    private static final Set<String> OF_EACH_OBJECT = Set.of("equals", "hashCode", "toString");
    private static final Set<String> OF_EACH_ENUM = Set.of("values", "valueOf");

    private Signatures() {}

    static String of(List<Class<?>> types) {
        return types.stream().map(Signatures::of).collect(joining("\n"));
    }

    static String of(Class<?> type) {
        Stream<String> members = Stream.of(
                        Arrays.stream(type.getDeclaredFields())
                                .filter(Signatures::isPromised)
                                .map(Signatures::field),
                        Arrays.stream(type.getDeclaredConstructors())
                                .filter(Signatures::isPromised)
                                .map(Signatures::constructor),
                        Arrays.stream(type.getDeclaredMethods())
                                .filter(method -> isPromised(method) && !isOfEach(type, method))
                                .map(Signatures::method))
                .flatMap(each -> each.sorted());
        return Stream.concat(Stream.of(declaration(type)), members.map(member -> "    " + member))
                .collect(joining("\n", "", "\n"));
    }

    private static boolean isPromised(Member member) {
        return !member.isSynthetic()
                && (Modifier.isPublic(member.getModifiers()) || Modifier.isProtected(member.getModifiers()));
    }

    private static boolean isOfEach(Class<?> type, Method method) {
        return OF_EACH_OBJECT.contains(method.getName()) || (type.isEnum() && OF_EACH_ENUM.contains(method.getName()));
    }

    private static String declaration(Class<?> type) {
        String parents = Stream.concat(
                        Stream.ofNullable(type.getGenericSuperclass()), Arrays.stream(type.getGenericInterfaces()))
                .map(Signatures::name)
                .filter(parent -> !Set.of("Object", "java.lang.Record", "java.lang.annotation.Annotation")
                        .contains(parent))
                .filter(parent -> !parent.startsWith("Enum<") && !parent.startsWith("Record"))
                .sorted()
                .collect(joining(", "));
        return modifiers(type.getModifiers()
                        & ~Modifier.STATIC
                        & ~Modifier.INTERFACE
                        & (type.isInterface() ? ~Modifier.ABSTRACT : -1))
                + (type.isSealed() ? "sealed " : "") + kind(type) + " " + name(type)
                + (parents.isEmpty() ? "" : " : " + parents);
    }

    private static String kind(Class<?> type) {
        if (type.isAnnotation()) {
            return "annotation";
        }
        if (type.isRecord()) {
            return "record";
        }
        return type.isEnum() ? "enum" : type.isInterface() ? "interface" : "class";
    }

    private static String field(Field field) {
        return modifiers(field.getModifiers()) + name(field.getGenericType()) + " " + field.getName();
    }

    private static String constructor(Constructor<?> constructor) {
        return modifiers(constructor.getModifiers()) + "new" + parameters(constructor);
    }

    private static String method(Method method) {
        Object byDefault = method.getDefaultValue();
        int shown = method.getModifiers() & ~(Modifier.TRANSIENT | Modifier.VOLATILE | Modifier.SYNCHRONIZED);
        return modifiers(shown & (method.getDeclaringClass().isInterface() ? ~Modifier.ABSTRACT : -1))
                + (method.isDefault() ? "default " : "") + name(method.getGenericReturnType()) + " " + method.getName()
                + parameters(method) + (byDefault == null ? "" : " default " + value(byDefault));
    }

    private static String parameters(Executable executable) {
        String thrown = Arrays.stream(executable.getGenericExceptionTypes())
                .map(Signatures::name)
                .sorted()
                .collect(joining(", "));
        return Arrays.stream(executable.getGenericParameterTypes())
                        .map(Signatures::name)
                        .collect(joining(", ", "(", ")"))
                + (thrown.isEmpty() ? "" : " throws " + thrown);
    }

    private static String value(Object value) {
        return value instanceof Object[] several
                ? Arrays.toString(several)
                : value instanceof String ? "\"" + value + "\"" : value.toString();
    }

    private static String modifiers(int modifiers) {
        String words = Modifier.toString(modifiers);
        return words.isEmpty() ? "" : words + " ";
    }

    private static String name(Type type) {
        return type.getTypeName()
                .replace("java.lang.annotation.", "")
                .replaceAll("java\\.(lang|util|util\\.function|time|nio\\.file)\\.(?=[A-Z])", "");
    }
}

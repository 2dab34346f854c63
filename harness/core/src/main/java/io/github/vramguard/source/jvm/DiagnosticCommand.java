package io.github.vramguard.source.jvm;

import java.lang.management.ManagementFactory;
import java.util.Optional;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * The commands of {@code jcmd}, asked of this JVM through its platform MBean server. The first one starts JMX, which
 * takes about 100 ms, so nothing is asked before it is needed.
 */
final class DiagnosticCommand {

    private DiagnosticCommand() {}

    /** Runs a command that takes no arguments; empty if this JVM has no such command. */
    static Optional<String> run(String operation) {
        return invoke(operation, new Object[0], new String[0]);
    }

    /** Runs a command that takes arguments; empty if this JVM has no such command. */
    static Optional<String> run(String operation, String... arguments) {
        return invoke(operation, new Object[] {arguments}, new String[] {String[].class.getName()});
    }

    private static Optional<String> invoke(String operation, Object[] values, String[] types) {
        try {
            ObjectName name = new ObjectName("com.sun.management:type=DiagnosticCommand");
            Object text = ManagementFactory.getPlatformMBeanServer().invoke(name, operation, values, types);
            return Optional.ofNullable(text).map(Object::toString);
        } catch (JMException e) {
            return Optional.empty();
        }
    }
}

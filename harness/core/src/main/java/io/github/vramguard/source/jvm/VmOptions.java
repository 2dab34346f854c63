package io.github.vramguard.source.jvm;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;

/** The {@code -XX} options that this JVM runs with, defaults included. */
public final class VmOptions {

    private VmOptions() {}

    /** The value of an option; empty if this JVM has no such option. */
    public static Optional<String> value(String name) {
        try {
            return Optional.ofNullable(ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class))
                    .map(vm -> vm.getVMOption(name).getValue());
        } catch (IllegalArgumentException noSuchOption) {
            return Optional.empty();
        }
    }

    static boolean on(String name) {
        return value(name).filter("true"::equals).isPresent();
    }
}

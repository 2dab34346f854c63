package io.github.vramguard.floorplan.memory;

import com.sun.jna.Pointer;
import io.github.vramguard.floorplan.source.CrookedSource;
import java.util.logging.Logger;
import org.junit.jupiter.api.Assertions;

/** Breaks every rule of the plan. */
public final class CrookedPool {

    private final Class<?> upwards = CrookedSource.class;
    private final Pointer elsewhere = Pointer.NULL;

    void tell() {
        System.out.println(elsewhere);
        Logger.getGlobal().info(upwards.getName());
        Assertions.fail();
    }
}

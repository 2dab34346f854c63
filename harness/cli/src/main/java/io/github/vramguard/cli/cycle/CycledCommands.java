package io.github.vramguard.cli.cycle;

import io.github.vramguard.measure.Cycle;
import java.util.Optional;

/**
 * What the command lines of a user load.
 *
 * @param loading loads it
 * @param using works with it, if that is wanted
 * @param unloading unloads it
 */
record CycledCommands(ShellStep loading, Optional<ShellStep> using, ShellStep unloading) implements Cycled {

    @Override
    public void load() throws Exception {
        loading.run();
    }

    @Override
    public void use(Cycle cycle) throws Exception {
        if (using.isPresent()) {
            using.get().run();
        }
    }

    @Override
    public void unload() throws Exception {
        unloading.run();
    }
}

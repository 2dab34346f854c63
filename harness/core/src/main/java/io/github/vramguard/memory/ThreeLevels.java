package io.github.vramguard.memory;

import io.github.vramguard.memory.Origin.Quality;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What one pool held in a round trip: loading must raise it, and unloading must release that.
 *
 * @param before the level before the load, in the unit of the pool
 * @param loaded the highest reading while the model was loaded
 * @param after the level after the unload
 */
@API(status = Status.INTERNAL, since = "0.1.0")
public record ThreeLevels(long before, long loaded, long after) {

    private static final long KIB = 1024;
    private static final long MIB = 1024 * KIB;

    /** Ollama, too, takes three quarters for all: a first use keeps some. */
    private static final long QUARTER = 4;

    /**
     * Returns how much the load took.
     *
     * @return the highest reading less the level before
     */
    public long raised() {
        return loaded - before;
    }

    /**
     * Returns how much of that the unload released.
     *
     * @return at least 0
     */
    public long released() {
        return Math.max(0, loaded - after);
    }

    /**
     * Returns whether the unload released what the load took, apart from what a first use keeps.
     *
     * @return whether at least three quarters are back
     */
    public boolean isReleased() {
        return after <= mostWhenReleased();
    }

    /**
     * Returns the highest level at which what was loaded counts as released.
     *
     * @return the level before, and a quarter of what the load took
     */
    public long mostWhenReleased() {
        return before + Math.max(0, raised()) / QUARTER;
    }

    /**
     * Returns whether the load took so much that a model may be in it. Readings within a cycle include garbage of the heap, and
     * counts are those of anything.
     *
     * @param pool the pool
     * @param quality whether readings include other memory
     * @return false for pools whose readings within a cycle are not comparable with levels
     */
    public boolean isMaterial(Pool pool, Quality quality) {
        boolean mixed = quality == Quality.MIXED;
        return switch (pool.nature()) {
            case DEVICE -> raised() > 2 * MIB;
            case BUFFERS -> raised() > 64 * KIB;
            case BLOCKS -> raised() > (mixed ? 16 : 2) * MIB;
            case PAGES -> !mixed && raised() > 16 * MIB;
            case OBJECTS, CLASSES, FILE_PAGES, THINGS, PROCESSES -> false;
        };
    }
}

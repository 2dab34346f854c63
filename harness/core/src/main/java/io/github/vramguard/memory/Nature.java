package io.github.vramguard.memory;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What a pool consists of, as far as that decides how exactly it can be read and how clean code moves it. Rules judge pools
 * of one nature alike.
 *
 * @since 0.1.0
 */
@API(status = Status.MAINTAINED, since = "0.1.0")
public enum Nature {
    /** Memory that a GPU driver allocated, in whole blocks that it releases late. */
    DEVICE,
    /** Objects that survived a full collection. */
    OBJECTS,
    /** Buffers that are counted to the byte. */
    BUFFERS,
    /** Class metadata, which creeps for many cycles. */
    CLASSES,
    /** Blocks that an allocator handed out. */
    BLOCKS,
    /** Anonymous, shared and swapped pages, which allocators release late or never. */
    PAGES,
    /** Pages of mapped files, which the system drops at any time. */
    FILE_PAGES,
    /** Things that are counted, and of which a runtime or a library may keep some. */
    THINGS,
    /** Processes, none of which may outlive the code that started it. */
    PROCESSES;

    /**
     * Returns whether readings are numbers of things.
     *
     * @return false for bytes
     */
    public boolean isCounted() {
        return this == THINGS || this == PROCESSES;
    }
}

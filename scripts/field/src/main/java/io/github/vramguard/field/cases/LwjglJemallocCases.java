package io.github.vramguard.field.cases;

import io.github.vramguard.field.Needs;

/** LWJGL with the jemalloc that it brings along, which malloc does not know. */
@Needs(options = "-Dorg.lwjgl.system.allocator=jemalloc")
public final class LwjglJemallocCases extends LwjglCases {}

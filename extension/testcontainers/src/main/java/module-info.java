/** Measures the memory of containers that Testcontainers starts, and requests GPUs for them. */
// Testcontainers has no module name of its own
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module io.github.vramguard.testcontainers {
    requires transitive io.github.vramguard;
    requires transitive com.github.dockerjava.api;
    requires transitive testcontainers;
    requires static transitive org.apiguardian.api;
    requires static transitive org.jspecify;

    exports io.github.vramguard.testcontainers;

    provides io.github.vramguard.source.spi.StartedContainers with
            io.github.vramguard.testcontainers.SessionContainers;
    provides io.github.vramguard.source.spi.TargetConverter with
            io.github.vramguard.testcontainers.ContainerConverter;
    provides org.testcontainers.core.CreateContainerCmdModifier with
            io.github.vramguard.testcontainers.CreationNotice;
}

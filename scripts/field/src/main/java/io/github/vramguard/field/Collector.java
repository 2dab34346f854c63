package io.github.vramguard.field;

/** A garbage collector of the JVM. */
enum Collector {
    g1("UseG1GC"),
    serial("UseSerialGC"),
    parallel("UseParallelGC"),
    zgc("UseZGC"),
    shenandoah("UseShenandoahGC");

    private final String flag;

    Collector(String flag) {
        this.flag = flag;
    }

    String option() {
        return "-XX:+" + flag;
    }
}

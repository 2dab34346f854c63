/** A user's module: what it needs of VramGuard comes with the one name. */
module com.acme {
    requires transitive io.github.vramguard.junit;

    exports com.acme;
}

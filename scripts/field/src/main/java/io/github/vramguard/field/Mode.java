package io.github.vramguard.field;

/** The ways in which a test can ask for a verdict, and what is measured beside them. */
enum Mode {
    /** {@code @LeakTest}. */
    leakTest(InMode.class),
    /** {@code @RepeatedTest(12) @NoLeak}. */
    twelve(InMode.class),
    /** {@code @Test @NoLeak}, where nothing has used the library before. */
    once(InMode.class),
    /** {@code @Test @NoLeak}, where the library has been used before. */
    second(AfterFirstUse.class);

    final Class<?> test;

    Mode(Class<?> test) {
        this.test = test;
    }
}

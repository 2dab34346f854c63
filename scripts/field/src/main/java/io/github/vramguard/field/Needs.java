package io.github.vramguard.field;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a case needs, or all cases of a class. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Needs {

    /** The oldest JDK. */
    int jdk() default 17;

    /** More options for the JVM. */
    String[] options() default {};

    /** Whether what the nested class {@code Shared} holds is there before the test. */
    boolean shared() default false;
}

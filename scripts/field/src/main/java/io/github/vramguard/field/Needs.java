package io.github.vramguard.field;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the cases of a class need of the JVM that runs them. */
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Needs {

    /** The oldest JDK. */
    int jdk() default 17;

    /** More options. */
    String[] options() default {};
}

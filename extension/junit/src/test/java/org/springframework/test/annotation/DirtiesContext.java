package org.springframework.test.annotation;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Stands in for Spring's, which is recognized by its name. */
@Retention(RetentionPolicy.RUNTIME)
public @interface DirtiesContext {}

package io.github.vramguard.junit;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Finds annotations on a test, its class, and the enclosing classes; the nearest element wins. */
final class Annotations {

    private Annotations() {}

    static <A extends Annotation> Optional<A> nearest(ExtensionContext context, Class<A> type) {
        return elements(context)
                .map(element -> AnnotationSupport.findAnnotation(element, type))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Returns all annotations of the nearest element that has any. */
    static <A extends Annotation> List<A> allNearest(ExtensionContext context, Class<A> type) {
        return elements(context)
                .map(element -> AnnotationSupport.findRepeatableAnnotations(element, type))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    static Stream<AnnotatedElement> elements(ExtensionContext context) {
        return Stream.iterate(
                        Optional.of(context), Optional::isPresent, here -> here.flatMap(ExtensionContext::getParent))
                .flatMap(Optional::stream)
                .map(ExtensionContext::getElement)
                .flatMap(Optional::stream);
    }
}

package org.robustest.engine.internal;

import static java.util.stream.Collectors.toCollection;

import java.lang.reflect.AnnotatedElement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.TestTag;
import org.robustest.engine.Tag;

/** The tags of a class or method: our own and those of JUnit Jupiter. */
final class TagNames {

    private TagNames() {}

    static Set<TestTag> tagsOf(AnnotatedElement element) {
        return names(element).filter(TestTag::isValid).map(TestTag::create).collect(toCollection(LinkedHashSet::new));
    }

    /** Returns the tags of a class and of those around it. */
    static Set<TestTag> tagsOfClass(Class<?> type) {
        Set<TestTag> tags = new LinkedHashSet<>();
        for (Class<?> current = type; current != null; current = current.getEnclosingClass()) {
            tags.addAll(tagsOf(current));
        }
        return tags;
    }

    static List<String> problemsOf(AnnotatedElement element) {
        return names(element)
                .filter(name -> !TestTag.isValid(name))
                .map(name -> "the tag \"" + name + "\" on " + element
                        + " is not valid: a tag must not be blank, and must not have white space or one of "
                        + TestTag.RESERVED_CHARACTERS + " in it.")
                .toList();
    }

    private static Stream<String> names(AnnotatedElement element) {
        Stream<String> own = AnnotationSupport.findRepeatableAnnotations(element, Tag.class).stream()
                .map(Tag::value);
        return Stream.concat(own, Jupiter.tags(element));
    }
}

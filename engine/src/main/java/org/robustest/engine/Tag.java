package org.robustest.engine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a robustness test, or all of a class, a tag to select it by.
 *
 * <p>The tag of JUnit Jupiter works as well; this one is for projects that do not have Jupiter.
 */
@Documented
@Inherited
@Repeatable(Tags.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Tag {

    /**
     * The tag.
     *
     * @return the name, not blank, without white space and without any of {@code , ( ) & | !}
     */
    String value();
}

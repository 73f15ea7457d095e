package org.robustest.engine.internal;

import org.junit.platform.engine.TestDescriptor;

/** A class without robustness tests of its own, around nested ones that have some. Surefire asks for it alone. */
final class EnclosingDescriptor extends ClassBasedDescriptor {

    EnclosingDescriptor(Class<?> type, TestDescriptor parent) {
        super(type, parent);
    }
}

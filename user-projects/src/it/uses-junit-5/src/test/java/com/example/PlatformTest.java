package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestEngine;

/** Robustness tests stand beside those of Jupiter, on the platform that came with JUnit 5. */
class PlatformTest {

    @Test
    void isThatOfJUnit5() {
        assertEquals("1.14.4", TestEngine.class.getPackage().getImplementationVersion());
    }
}

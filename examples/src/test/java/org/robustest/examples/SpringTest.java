package org.robustest.examples;

import static org.robustest.assertions.RobustnessAssertions.assertThat;
import static org.robustest.perturbation.Perturbations.linf;

import org.junit.jupiter.api.Test;
import org.robustest.classifier.Classifier;
import org.robustest.samples.Samples;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** The assertions in a test of Spring, as they are: the model under test is the bean that the application uses. */
@SpringJUnitConfig
class SpringTest {

    @Configuration
    static class Application {

        @Bean
        Classifier alarm() {
            return new TemperatureAlarm().get();
        }

        @Bean
        Samples readings() {
            return new Readings().get();
        }
    }

    @Autowired
    private Classifier alarm;

    @Autowired
    private Samples readings;

    @Test
    void the_alarm_is_not_set_off_by_a_faulty_thermometer() {
        assertThat(alarm)
                .on(readings)
                .because("a false alarm empties the building")
                .under(linf(2))
                .hasRobustAccuracyOfAtLeast(0.75)
                .forClass("alarm")
                .remainsCorrect();
    }
}

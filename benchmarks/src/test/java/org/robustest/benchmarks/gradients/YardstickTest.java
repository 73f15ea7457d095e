package org.robustest.benchmarks.gradients;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.robustest.benchmarks.engine.EngineKind;

class YardstickTest {

    private static final Contestant ONE_THREAD = new Contestant(EngineKind.PYTORCH, Optional.empty(), 1);
    private static final Contestant TWO_THREADS = new Contestant(EngineKind.PYTORCH, Optional.empty(), 2);
    private static final Contestant CHANNELS_LAST =
            new Contestant(EngineKind.PYTORCH_CHANNELS_LAST, Optional.empty(), 2);
    private static final Contestant DL4J = new Contestant(EngineKind.DL4J, Optional.empty(), 1);

    private static final Map<Contestant, Double> RATES =
            Map.of(ONE_THREAD, 200.0, TWO_THREADS, 300.0, CHANNELS_LAST, 250.0, DL4J, 900.0);

    @Test
    void it_is_the_faster_of_one_and_two_threads() {
        assertThat(Yardstick.of(RATES, RATES.keySet())).isEqualTo(300);
    }

    @Test
    void a_row_with_wrong_gradients_is_none() {
        assertThat(Yardstick.of(RATES, List.of(ONE_THREAD, CHANNELS_LAST, DL4J)))
                .isEqualTo(200);
    }

    @Test
    void channels_last_stands_in_where_the_common_way_is_wrong() {
        assertThat(Yardstick.of(RATES, List.of(CHANNELS_LAST, DL4J))).isEqualTo(250);
    }

    @Test
    void there_is_none_where_no_row_is_right() {
        assertThat(Yardstick.of(RATES, List.of(DL4J))).isNaN();
    }
}

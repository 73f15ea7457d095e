package org.robustest.reference.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FigureTablesTest {

    @Test
    void giveEachSplitATableWithoutNoiseOneUnderAttackAndOneUnderTheNoiseOfRecorders() {
        Figures figures = figures(
                "by-beat|none, all test samples|0|0.9397",
                "by-beat|F1 of N, all test samples|0|0.9647",
                "by-beat|macro F1, all test samples|0|0.7935",
                "by-beat|none|0|0.9100",
                "by-beat|muscle noise, 30 dB|0|0.9088",
                "by-beat|muscle noise, 10 dB|0|0.8563",
                "by-beat|PGD-100|0.01|0.6613",
                "by-beat|PGD-100|0.03|0.1638",
                "by-beat|none, 8 of each class|0|0.7500",
                "by-beat|SPSA, 8 of each class|0.01|0.5750",
                "by-beat|SPSA, 8 of each class|0.03|0.1000",
                "inter-patient|none, all test samples|0|0.7571",
                "inter-patient|none|0|0.7000",
                "inter-patient|muscle noise, 30 dB|0|0.6900",
                "inter-patient|PGD-100|0.01|0.5000");

        assertThat(FigureTables.of(figures)).isEqualTo("""
                Split by-beat:

                | all test samples | accuracy | F1 of N | macro F1 |
                |---|---|---|---|
                | no noise | 0.9397 | 0.9647 | 0.7935 |

                | accuracy by noise level | 0 | 0.01 | 0.03 |
                |---|---|---|---|
                | PGD-100 | 0.9100 | 0.6613 | 0.1638 |
                | SPSA, 8 of each class | 0.7500 | 0.5750 | 0.1000 |

                | accuracy by signal-to-noise ratio | no noise | 30 dB | 10 dB |
                |---|---|---|---|
                | muscle noise | 0.9100 | 0.9088 | 0.8563 |

                Split inter-patient:

                | all test samples | accuracy |
                |---|---|
                | no noise | 0.7571 |

                | accuracy by noise level | 0 | 0.01 |
                |---|---|---|
                | PGD-100 | 0.7000 | 0.5000 |

                | accuracy by signal-to-noise ratio | no noise | 30 dB |
                |---|---|---|
                | muscle noise | 0.7000 | 0.6900 |
                """);
    }

    private static Figures figures(String... lines) {
        return new Figures(Arrays.stream(lines)
                .map(line -> Figure.parse("mitbih-mlp\t" + line.replace('|', '\t')))
                .toList());
    }
}

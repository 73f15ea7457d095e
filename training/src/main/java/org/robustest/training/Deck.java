package org.robustest.training;

import java.util.SplittableRandom;

/** Numbers that are dealt in random order, and shuffled anew when all were dealt. */
final class Deck {

    private final int[] cards;
    private final SplittableRandom random;
    private int dealt;

    Deck(int[] cards, SplittableRandom random) {
        this.cards = cards;
        this.random = random;
        this.dealt = cards.length;
    }

    int deal() {
        if (dealt == cards.length) {
            shuffle();
            dealt = 0;
        }
        return cards[dealt++];
    }

    boolean isDealt() {
        return dealt == cards.length;
    }

    private void shuffle() {
        for (int i = cards.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int card = cards[i];
            cards[i] = cards[other];
            cards[other] = card;
        }
    }
}

package org.robustest.training;

/**
 * Where a training began: by it a checkpoint of a model that starts from other parameters is told apart.
 *
 * @param iteration how many steps the model had taken then
 * @param fingerprint that of its parameters and its updater's state
 */
record Beginning(int iteration, String fingerprint) {

    static Beginning of(ModelStep model) {
        return new Beginning(model.iteration(), Fingerprint.of(model.parameters(), model.updaterState()));
    }

    /**
     * Checks that a model is at the beginning of a training or, if it is the object that was being trained, further on.
     *
     * @return the beginning of the training of the checkpoint
     * @throws IllegalArgumentException if the model starts from elsewhere
     */
    Beginning requireSame(State state, Checkpoints checkpoints) {
        Beginning first = new Beginning((int) state.number("first iteration"), text(state.array("first parameters")));
        if (iteration < first.iteration || (iteration == first.iteration && !fingerprint.equals(first.fingerprint))) {
            throw checkpoints.refusal("first parameters were others than those that the model has now");
        }
        return first;
    }

    void save(State state) {
        state.put("first iteration", iteration);
        state.put("first parameters", fingerprint.chars().asDoubleStream().toArray());
    }

    private static String text(double[] characters) {
        StringBuilder text = new StringBuilder();
        for (double character : characters) {
            text.append((char) character);
        }
        return text.toString();
    }
}

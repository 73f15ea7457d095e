package org.robustest.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A layer as data: its kind, its settings and its parameters, from which it can be made again.
 *
 * <p>Immutable.
 */
public final class LayerForm {

    private final String kind;
    private final Map<String, String> settings;
    private final List<float[]> parameters;

    private LayerForm(String kind, Map<String, String> settings, List<float[]> parameters) {
        this.kind = kind;
        this.settings = settings;
        this.parameters = parameters;
    }

    /**
     * Starts the form of a layer.
     *
     * @param kind the name of the kind: of its class in {@code org.robustest.layer}, which has a static method {@code
     *     of(LayerForm)}
     * @return the form of a layer without settings and parameters
     */
    public static LayerForm of(String kind) {
        return new LayerForm(kind, Map.of(), List.of());
    }

    /**
     * Returns this form with a setting that is a word.
     *
     * @param name the name of the setting, a word
     * @param value the setting, a word
     * @return the longer form
     */
    public LayerForm with(String name, String value) {
        Map<String, String> longer = new LinkedHashMap<>(settings);
        longer.put(name, value);
        return new LayerForm(kind, longer, parameters);
    }

    /**
     * Returns this form with a setting that is a number.
     *
     * @param name the name of the setting, a word
     * @param value the setting
     * @return the longer form
     */
    public LayerForm with(String name, double value) {
        return with(name, Double.toString(value));
    }

    /**
     * Returns this form with a setting that is a list of integers.
     *
     * @param name the name of the setting, a word
     * @param values the setting
     * @return the longer form
     */
    public LayerForm with(String name, int... values) {
        return with(name, Arrays.stream(values).mapToObj(Integer::toString).collect(Collectors.joining(",")));
    }

    /**
     * Returns this form with parameters.
     *
     * @param newParameters the arrays of parameters; not copied
     * @return the longer form
     */
    public LayerForm withParameters(float[]... newParameters) {
        return new LayerForm(kind, settings, List.of(newParameters));
    }

    /**
     * Returns the kind of the layer.
     *
     * @return the name of its class in {@code org.robustest.layer}
     */
    public String kind() {
        return kind;
    }

    /**
     * Returns a setting that is a word.
     *
     * @param name the name of the setting
     * @return the setting
     * @throws IllegalArgumentException if there is no such setting
     */
    public String text(String name) {
        String value = settings.get(name);
        if (value == null) {
            throw new IllegalArgumentException("a layer of kind " + kind + " needs the setting \"" + name
                    + "\", but there were " + settings.keySet());
        }
        return value;
    }

    /**
     * Returns a setting that is a number.
     *
     * @param name the name of the setting
     * @return the setting
     * @throws IllegalArgumentException if there is no such setting, or it is no number
     */
    public double number(String name) {
        try {
            return Double.parseDouble(text(name));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(notA("number", name), e);
        }
    }

    /**
     * Returns a setting that is a list of integers.
     *
     * @param name the name of the setting
     * @return the setting, a new array
     * @throws IllegalArgumentException if there is no such setting, or it is no list of integers
     */
    public int[] integers(String name) {
        try {
            String text = text(name);
            return text.isEmpty()
                    ? new int[0]
                    : Arrays.stream(text.split(",", -1))
                            .mapToInt(Integer::parseInt)
                            .toArray();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(notA("list of integers", name), e);
        }
    }

    private String notA(String what, String name) {
        return "the setting \"" + name + "\" of a layer of kind " + kind + " is a " + what + ", but it was \""
                + settings.get(name) + '"';
    }

    /**
     * Returns one of the arrays of parameters.
     *
     * @param index its index, from 0
     * @return the parameters; not to be changed
     * @throws IllegalArgumentException if there are fewer arrays
     */
    public float[] parameters(int index) {
        if (index >= parameters.size()) {
            throw new IllegalArgumentException("a layer of kind " + kind + " needs " + (index + 1)
                    + " arrays of parameters or more, but there were " + parameters.size());
        }
        return parameters.get(index);
    }

    List<float[]> parameters() {
        return parameters;
    }

    /** Returns the kind, the settings and the numbers of parameters as one line of words. */
    @Override
    public String toString() {
        List<String> words = new ArrayList<>(List.of(kind));
        settings.forEach((name, value) -> words.add(name + "=" + value));
        parameters.forEach(parameter -> words.add("floats=" + parameter.length));
        return String.join(" ", words);
    }
}

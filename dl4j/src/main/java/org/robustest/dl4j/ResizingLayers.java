package org.robustest.dl4j;

import java.util.List;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.layers.Upsampling1D;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.conf.layers.ZeroPadding1DLayer;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping1D;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping2D;
import org.robustest.layer.Rearrangement;
import org.robustest.network.Layer;

/** Imports the layers that add, drop or repeat values; DL4J's sizes are {@code [before, after]} for each axis in turn. */
final class ResizingLayers {

    private ResizingLayers() {}

    static List<Layer> zeroPadding1D(ZeroPadding1DLayer configuration, LayerParameters parameters) {
        int[] padding = configuration.getPadding();
        return List.of(Rearrangement.zeroPadding(every(0, padding), every(1, padding)));
    }

    static List<Layer> zeroPadding2D(ZeroPaddingLayer configuration, LayerParameters parameters) {
        int[] padding = configuration.getPadding();
        return inFormat(configuration.getDataFormat(), Rearrangement.zeroPadding(every(0, padding), every(1, padding)));
    }

    static List<Layer> cropping1D(Cropping1D configuration, LayerParameters parameters) {
        int[] cropping = configuration.getCropping();
        return List.of(Rearrangement.cropping(every(0, cropping), every(1, cropping)));
    }

    static List<Layer> cropping2D(Cropping2D configuration, LayerParameters parameters) {
        int[] cropping = configuration.getCropping();
        return inFormat(configuration.getDataFormat(), Rearrangement.cropping(every(0, cropping), every(1, cropping)));
    }

    static List<Layer> upsampling1D(Upsampling1D configuration, LayerParameters parameters) {
        return List.of(Rearrangement.upsampling(configuration.getSize()[0]));
    }

    static List<Layer> upsampling2D(Upsampling2D configuration, LayerParameters parameters) {
        return inFormat(configuration.getFormat(), Rearrangement.upsampling(configuration.getSize()));
    }

    private static List<Layer> inFormat(CNN2DFormat format, Layer layer) {
        return ChannelsLast.of(format == CNN2DFormat.NHWC).around(List.of(layer));
    }

    /** Every second size, from the given one on. */
    private static int[] every(int from, int[] sizes) {
        int[] half = new int[sizes.length / 2];
        for (int axis = 0; axis < half.length; axis++) {
            half[axis] = sizes[2 * axis + from];
        }
        return half;
    }
}

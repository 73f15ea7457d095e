package org.robustest.dl4j;

import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.CenterLossOutputLayer;
import org.deeplearning4j.nn.conf.layers.Convolution1D;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.Convolution2D;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.Pooling1D;
import org.deeplearning4j.nn.conf.layers.Pooling2D;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.conf.layers.Subsampling1DLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling1D;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.conf.layers.ZeroPadding1DLayer;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping1D;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping2D;
import org.deeplearning4j.nn.conf.layers.misc.ElementWiseMultiplicationLayer;
import org.robustest.network.Layer;

/** The counterpart of each DL4J layer, by its exact configuration class: a subclass may compute something else. */
final class LayerTable {

    private static final Map<Class<?>, LayerImporter<ModelVertex.OfLayer>> IMPORTERS = Map.ofEntries(
            entry(DenseLayer.class, DenseLayers::dense),
            entry(OutputLayer.class, DenseLayers::output),
            entry(CenterLossOutputLayer.class, DenseLayers::output),
            entry(ElementWiseMultiplicationLayer.class, DenseLayers::elementWise),
            entry(
                    LossLayer.class,
                    (loss, parameters) -> ActivationTable.layers(loss.getActivationFn(), parameters.dataType())),
            entry(
                    ActivationLayer.class,
                    (layer, parameters) -> ActivationTable.layers(layer.getActivationFn(), parameters.dataType())),
            entry(DropoutLayer.class, (dropout, parameters) -> List.of()),
            entry(Convolution1DLayer.class, ConvolutionLayers::ofSignals),
            entry(Convolution1D.class, ConvolutionLayers::ofSignals),
            entry(ConvolutionLayer.class, ConvolutionLayers::ofImages),
            entry(Convolution2D.class, ConvolutionLayers::ofImages),
            entry(DepthwiseConvolution2D.class, ConvolutionLayers::depthwise),
            entry(SeparableConvolution2D.class, ConvolutionLayers::separable),
            entry(Subsampling1DLayer.class, PoolingLayers::ofSignals),
            entry(Pooling1D.class, PoolingLayers::ofSignals),
            entry(SubsamplingLayer.class, PoolingLayers::ofImages),
            entry(Pooling2D.class, PoolingLayers::ofImages),
            entry(GlobalPoolingLayer.class, PoolingLayers::global),
            entry(BatchNormalization.class, BatchNormalizationLayers::batchNormalization),
            entry(ZeroPadding1DLayer.class, ResizingLayers::zeroPadding1D),
            entry(ZeroPaddingLayer.class, ResizingLayers::zeroPadding2D),
            entry(Cropping1D.class, ResizingLayers::cropping1D),
            entry(Cropping2D.class, ResizingLayers::cropping2D),
            entry(Upsampling1D.class, ResizingLayers::upsampling1D),
            entry(Upsampling2D.class, ResizingLayers::upsampling2D));

    private LayerTable() {}

    private static <C> Map.Entry<Class<?>, LayerImporter<ModelVertex.OfLayer>> entry(
            Class<C> type, LayerImporter<C> importer) {
        return Map.entry(type, (vertex, parameters) -> importer.layers(type.cast(vertex.configuration()), parameters));
    }

    /**
     * Returns the layers that compute, one after the other, what a DL4J layer computes in inference.
     *
     * @throws IllegalArgumentException if there are none, with the reason
     */
    static List<Layer> layers(ModelVertex.OfLayer vertex) {
        LayerImporter<ModelVertex.OfLayer> importer =
                IMPORTERS.get(vertex.configuration().getClass());
        if (importer == null) {
            throw new IllegalArgumentException("there is no counterpart for this kind of layer");
        }
        return importer.layers(vertex, new LayerParameters(vertex.layer()));
    }
}

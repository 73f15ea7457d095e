package org.robustest.reference.wfdb;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Reads one signal file, which may hold several signals interleaved, and checks it against the header. */
final class SignalFileReader {

    /** About 66 hours of two signals at 360 Hz in format 212. */
    private static final long MOST_BYTES = 1L << 28;

    private final Path path;
    private final List<SignalHeader> signals;
    private final OptionalInt stated;

    SignalFileReader(Path path, List<SignalHeader> signals, OptionalInt stated) {
        this.path = path;
        this.signals = signals;
        this.stated = stated;
    }

    List<WfdbSignal> read() {
        requireSupported();
        SampleFormat format = signals.get(0).format();
        int byteOffset = signals.get(0).byteOffset();
        int sampleCount = sampleCount(format, byteOffset);
        long total = (long) sampleCount * signals.size();
        long size = byteOffset + format.byteCount(total);
        String meaning = sampleCount + " samples of " + signals.size() + " signals in format " + format.code();
        if (size > MOST_BYTES) {
            throw WfdbException.inFile(path, "at most " + MOST_BYTES + " bytes", size + " bytes (" + meaning + ")");
        }
        byte[] bytes = new WfdbFile(path).readExactly(size, meaning);
        List<WfdbSignal> read = new ArrayList<>();
        for (int i = 0; i < signals.size(); i++) {
            short[] adc = new short[sampleCount];
            for (int k = 0; k < sampleCount; k++) {
                adc[k] = format.sample(bytes, byteOffset, k * signals.size() + i);
            }
            verify(signals.get(i), adc, i);
            read.add(new WfdbSignal(signals.get(i), adc));
        }
        return read;
    }

    private int sampleCount(SampleFormat format, int byteOffset) {
        if (stated.isPresent()) {
            return stated.getAsInt();
        }
        long found = format.sampleCount(Math.max(0, new WfdbFile(path).size() - byteOffset));
        return (int) Math.min(Integer.MAX_VALUE, found / signals.size());
    }

    private void requireSupported() {
        SignalHeader first = signals.get(0);
        for (SignalHeader signal : signals) {
            if (signal.samplesPerFrame() != 1) {
                throw WfdbException.inFile(path, "one sample a frame", signal.samplesPerFrame() + " samples a frame");
            }
            if (signal.skew() != 0) {
                throw WfdbException.inFile(path, "signals without skew", "a skew of " + signal.skew());
            }
            if (signal.format() != first.format() || signal.byteOffset() != first.byteOffset()) {
                throw WfdbException.inFile(
                        path,
                        "one format and offset for all signals of a file",
                        first.format().code() + "+" + first.byteOffset() + " and "
                                + signal.format().code() + "+" + signal.byteOffset());
            }
        }
    }

    private void verify(SignalHeader signal, short[] adc, int index) {
        String name = "signal " + index + " (" + WfdbException.quoted(signal.description()) + ")";
        OptionalInt initialValue = signal.initialValue();
        if (adc.length > 0 && initialValue.isPresent() && initialValue.getAsInt() != adc[0]) {
            throw WfdbException.atByte(
                    path,
                    signal.byteOffset(),
                    name + " to start with " + initialValue.getAsInt() + " as its header says",
                    Short.toString(adc[0]));
        }
        OptionalInt checksum = signal.checksum();
        if (stated.isPresent() && checksum.isPresent()) {
            short sum = 0;
            for (short sample : adc) {
                sum += sample;
            }
            if ((short) checksum.getAsInt() != sum) {
                throw WfdbException.inFile(
                        path,
                        name + " to have the checksum " + checksum.getAsInt() + " as its header says",
                        Short.toString(sum));
            }
        }
    }
}

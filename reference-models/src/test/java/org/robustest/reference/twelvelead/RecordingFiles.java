package org.robustest.reference.twelvelead;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.robustest.reference.mat.MatFiles;

/** Writes twelve-lead records in the forms in which they are published. */
public final class RecordingFiles {

    private RecordingFiles() {}

    /** Returns twelve leads of converter units that differ in every sample. */
    public static short[][] units(int length) {
        short[][] units = new short[12][length];
        for (int lead = 0; lead < 12; lead++) {
            for (int i = 0; i < length; i++) {
                units[lead][i] = (short) (50 * (lead + 1) + (i % 7) * (lead % 2 == 0 ? 11 : -13));
            }
        }
        return units;
    }

    public static double[][] millivolts(short[][] units) {
        double[][] millivolts = new double[units.length][units[0].length];
        for (int lead = 0; lead < units.length; lead++) {
            for (int i = 0; i < units[lead].length; i++) {
                millivolts[lead][i] = units[lead][i] / 1000.0;
            }
        }
        return millivolts;
    }

    /** The form of the PhysioNet/CinC challenges: a matrix of Level 4, read as format 16 behind its head of 24 bytes. */
    public static void writeChallenge(Path folder, String name, short[][] units, String dx) {
        writeHeader(folder, name, name + ".mat 16+24", units, dx);
        write(folder.resolve(name + ".mat"), MatFiles.level4("val", units, ByteOrder.LITTLE_ENDIAN));
    }

    /** The same with the matrix in Level 5, as it is when someone saves it again. */
    public static void writeSavedAgain(Path folder, String name, short[][] units, String dx) {
        writeHeader(folder, name, name + ".mat 16+24", units, dx);
        double[][] values = new double[units.length][units[0].length];
        for (int lead = 0; lead < units.length; lead++) {
            for (int i = 0; i < units[lead].length; i++) {
                values[lead][i] = units[lead][i];
            }
        }
        MatFiles.writeMatrix(folder.resolve(name + ".mat"), "val", values, true);
    }

    /** The form in which PTB-XL is published: format 16 in a file of its own. */
    public static void writeDat(Path folder, String name, short[][] units) {
        writeHeader(folder, name, name + ".dat 16", units, "");
        byte[] level4 = MatFiles.level4("val", units, ByteOrder.LITTLE_ENDIAN);
        write(folder.resolve(name + ".dat"), Arrays.copyOfRange(level4, 24, level4.length));
    }

    private static void writeHeader(Path folder, String name, String file, short[][] units, String dx) {
        StringBuilder header = new StringBuilder(name + " 12 500 " + units[0].length + "\n");
        for (Lead lead : Lead.twelve()) {
            short sum = 0;
            for (short value : units[lead.ordinal()]) {
                sum += value;
            }
            header.append(file)
                    .append(" 1000/mV 16 0 ")
                    .append(units[lead.ordinal()][0])
                    .append(' ')
                    .append(sum)
                    .append(" 0 ")
                    .append(lead)
                    .append('\n');
        }
        if (!dx.isEmpty()) {
            header.append("#Age: 49\n#Sex: Female\n#Dx: ").append(dx).append("\n#Rx: Unknown\n");
        }
        try {
            Files.writeString(folder.resolve(name + ".hea"), header);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

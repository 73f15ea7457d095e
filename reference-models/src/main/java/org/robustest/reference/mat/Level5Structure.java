package org.robustest.reference.mat;

import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * Walks over one variable of a Level 5 file and compares every size it states with the bytes that are there, because the
 * MAT library allocates what a file asks for.
 */
final class Level5Structure {

    private static final int INT8 = 1;
    private static final int INT32 = 5;
    private static final int UINT32 = 6;
    private static final int MATRIX = 14;
    private static final int STRUCTURE_CLASS = 2;
    private static final int TEXT_CLASS = 4;
    private static final int FIRST_NUMERIC_CLASS = 6;
    private static final int LAST_NUMERIC_CLASS = 15;
    private static final int COMPLEX = 0x0800;
    private static final int DEEPEST = 3;
    private static final int LONGEST_FIELD_NAME = 64;

    private final Path file;
    private final ByteBuffer bytes;

    Level5Structure(Path file, ByteBuffer bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    /** Where the data of an element begins, how long it is, and where the next element begins. */
    private record Element(int type, int start, int length, int next) {}

    /** Checks the variable that fills the bytes from their position to their limit. */
    void check() {
        int end = matrix(bytes.position(), bytes.limit(), 0);
        if (end != bytes.limit()) {
            throw wrong(end, "the end of a variable", (bytes.limit() - end) + " bytes more");
        }
    }

    private int matrix(int at, int limit, int depth) {
        Element whole = element(at, limit, MATRIX);
        int end = whole.start() + whole.length();
        if (whole.length() == 0 && depth > 0) {
            return whole.next();
        }
        Element flags = element(whole.start(), end, UINT32);
        requireLength(flags, 8);
        int word = bytes.getInt(flags.start());
        Element dimensions = element(flags.next(), end, INT32);
        requireLength(dimensions, 8);
        int rows = bytes.getInt(dimensions.start());
        int columns = bytes.getInt(dimensions.start() + 4);
        if (rows < 0 || columns < 0 || (word & COMPLEX) != 0) {
            throw wrong(at, "a matrix of real numbers", rows + " x " + columns + ", flags " + word);
        }
        Element name = element(dimensions.next(), end, INT8);
        int next = content(word & 0xff, (long) rows * columns, name.next(), end, depth);
        if (next != end) {
            throw wrong(next, "the end of a matrix at byte " + end, "another length");
        }
        return whole.next();
    }

    private int content(int kind, long count, int at, int end, int depth) {
        if (kind >= FIRST_NUMERIC_CLASS && kind <= LAST_NUMERIC_CLASS) {
            Element data = element(at, end);
            if (count != (double) data.length() / size(data)) {
                throw wrong(at, count + " numbers", data.length() + " bytes of type " + data.type());
            }
            return data.next();
        }
        if (kind == TEXT_CLASS) {
            Element data = element(at, end);
            if (count > data.length()) {
                throw wrong(at, "a text of " + count + " characters", data.length() + " bytes");
            }
            return data.next();
        }
        if (kind == STRUCTURE_CLASS && count == 1 && depth < DEEPEST) {
            return structure(at, end, depth);
        }
        throw wrong(
                at,
                "numbers, a text, or a structure of one element",
                count + " elements of class " + kind + ", " + depth + " structures deep");
    }

    private int structure(int at, int end, int depth) {
        Element width = element(at, end, INT32);
        requireLength(width, 4);
        int length = bytes.getInt(width.start());
        Element names = element(width.next(), end, INT8);
        if (length < 1 || length > LONGEST_FIELD_NAME || names.length() % length != 0) {
            throw wrong(at, "names of 1 to " + LONGEST_FIELD_NAME + " bytes", names.length() + " bytes by " + length);
        }
        int next = names.next();
        for (int field = 0; field < names.length() / length; field++) {
            next = matrix(next, end, depth + 1);
        }
        return next;
    }

    private int size(Element data) {
        return switch (data.type()) {
            case 1, 2 -> 1;
            case 3, 4 -> 2;
            case 5, 6, 7 -> 4;
            case 9, 12, 13 -> 8;
            default -> throw wrong(data.start(), "a type of numbers", "type " + data.type());
        };
    }

    private Element element(int at, int limit, int type) {
        Element element = element(at, limit);
        if (element.type() != type) {
            throw wrong(at, "an element of type " + type, "type " + element.type());
        }
        return element;
    }

    /** An element of up to four bytes may stand within its tag. All begin at multiples of eight. */
    private Element element(int at, int limit) {
        if (limit - at < 8) {
            throw wrong(at, "an element", (limit - at) + " bytes");
        }
        int type = bytes.getInt(at);
        int small = type >>> 16;
        if (small != 0) {
            if (small > 4) {
                throw wrong(at, "an element of up to 4 bytes", small + " bytes");
            }
            return new Element(type & 0xffff, at + 4, small, at + 8);
        }
        int length = bytes.getInt(at + 4);
        long next = at + 8L + length + (type == MATRIX ? 0 : (8 - length % 8) % 8);
        if (length < 0 || next > limit) {
            throw wrong(at, "an element of " + length + " bytes", (limit - at - 8) + " bytes before its end");
        }
        return new Element(type, at + 8, length, (int) next);
    }

    private void requireLength(Element element, int length) {
        if (element.length() != length) {
            throw wrong(element.start(), length + " bytes", element.length() + " of them");
        }
    }

    private MatException wrong(int at, String expected, String found) {
        return MatException.atByte(file, at, expected, found + " (byte of the uncompressed variable)");
    }
}

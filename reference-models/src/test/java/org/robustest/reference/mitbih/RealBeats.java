package org.robustest.reference.mitbih;

import java.nio.file.Path;
import org.robustest.reference.data.RealData;

/** Gives tests the real beats, read once, or skips them with the reason. */
public final class RealBeats {

    private RealBeats() {}

    public static MitBih mitBih() {
        RealData.mitdb();
        return Opened.MIT_BIH;
    }

    static Path folder() {
        return RealData.mitdb();
    }

    private static final class Opened {
        static final MitBih MIT_BIH = MitBih.open(RealData.mitdb());
    }
}

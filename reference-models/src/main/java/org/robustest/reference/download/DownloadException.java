package org.robustest.reference.download;

/**
 * Says that a data set could not be downloaded, and why. Files that were complete before are kept, and every file under
 * its own name is complete; calling again goes on from there.
 */
public final class DownloadException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DownloadException(String message) {
        super(message);
    }

    DownloadException(String message, Exception cause) {
        super(message, cause);
    }
}

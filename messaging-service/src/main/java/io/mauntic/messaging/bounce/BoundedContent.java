package io.mauntic.messaging.bounce;

import java.io.IOException;
import java.io.InputStream;

/** The content of a mail on its way in, cut off at a size. */
final class BoundedContent extends InputStream {

    private final InputStream content;
    private final long most;
    private long count;
    private IOException broken;

    BoundedContent(InputStream content, long most) {
        this.content = content;
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        return count > most ? -1 : next();
    }

    /**
     * Reads the rest and forgets it: a client hears what became of its mail only when it has
     * written all of it.
     *
     * @return false when the mail is larger than allowed
     * @throws IOException when it did not arrive whole, or there is no end to it
     */
    boolean finish() throws IOException {
        if (broken != null) {
            throw broken;
        }
        for (int next = next(); next >= 0; next = next()) {
            if (count > 4 * most) {
                throw new IOException("There is no end to this mail");
            }
        }
        return count <= most;
    }

    private int next() throws IOException {
        try {
            int next = content.read();
            count += next < 0 ? 0 : 1;
            return next;
        } catch (IOException failure) {
            broken = failure;
            throw failure;
        }
    }
}

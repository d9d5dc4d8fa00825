package io.mauntic.launcher.bench;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A CSV of any number of contacts, made while it is read. */
final class ContactCsv extends InputStream {
    private static final String[] CITIES = {"Berlin", "Paris", "Vienna", "Lisbon", "Oslo"};
    private static final int ROWS_AT_ONCE = 500;

    private final String name;
    private final int rows;
    private int next;
    private byte[] chunk =
            "First name,Last name,E-mail,Company,City,Points\n".getBytes(StandardCharsets.UTF_8);
    private int position;

    ContactCsv(String name, int rows) {
        this.name = name;
        this.rows = rows;
    }

    @Override
    public int read() {
        return available() == 0 ? -1 : chunk[position++] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        int count = Math.min(available(), length);
        if (count == 0) {
            return length == 0 ? 0 : -1;
        }
        System.arraycopy(chunk, position, target, offset, count);
        position += count;
        return count;
    }

    /** Makes the next rows when the last ones have been read. */
    @Override
    public int available() {
        if (position == chunk.length && next < rows) {
            StringBuilder text = new StringBuilder();
            for (int end = Math.min(rows, next + ROWS_AT_ONCE); next < end; next++) {
                String city = CITIES[next % CITIES.length];
                text.append("Ida")
                        .append(next)
                        .append(",Importer,ida")
                        .append(next)
                        .append('@')
                        .append(name);
                text.append(".example,Company ")
                        .append(next % 1_000)
                        .append(',')
                        .append(city)
                        .append(',');
                text.append(next % 100).append('\n');
            }
            chunk = text.toString().getBytes(StandardCharsets.UTF_8);
            position = 0;
        }
        return chunk.length - position;
    }
}

package io.mauntic.kit.rest;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which versions of a thing its editor agrees to change: what the header {@code If-Match} says (RFC
 * 9110, 13.1.1). Every answer that shows a thing carries its version as {@code ETag}.
 *
 * @param versions empty when any will do
 */
public record IfMatch(List<Long> versions) {

    /** Whatever is there now may be changed. */
    public static final IfMatch ANY = new IfMatch(List.of());

    private static final Pattern TAGS =
            Pattern.compile("\"\\d{1,18}\"([ \\t]*,[ \\t]*\"\\d{1,18}\")*");

    public IfMatch {
        versions = List.copyOf(versions);
    }

    /**
     * @param header null when the caller does not mind
     * @throws MalformedIfMatch when it is neither {@code *} nor tags as this platform answers them
     */
    public static IfMatch of(String header) {
        if (header == null || "*".equals(header.strip())) {
            return ANY;
        }
        if (!TAGS.matcher(header.strip()).matches()) {
            throw new MalformedIfMatch();
        }
        return new IfMatch(
                Arrays.stream(header.split(","))
                        .map(tag -> Long.valueOf(tag.strip().replace("\"", "")))
                        .toList());
    }

    /**
     * @param current the version of the thing, which is locked
     * @throws EditedMeanwhile when its editor has seen another one
     */
    public void refuse(long current) {
        if (!versions.isEmpty() && !versions.contains(current)) {
            throw EditedMeanwhile.before(versions.getLast(), current);
        }
    }
}

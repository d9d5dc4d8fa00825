package io.mauntic.campaign.walk.engine;

import io.mauntic.campaign.walk.domain.Walker;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The key of what the engine asks of other contexts: the same however often it is asked. */
public record RequestKey(long campaign, String eventKey, Walker walker) {

    private static final Pattern FORM =
            Pattern.compile("campaign:(\\d{1,18}):([A-Za-z0-9_-]{1,64}):(\\d{1,18}):(\\d{1,9})");

    static String prefix(long campaign, String eventKey) {
        return "campaign:" + campaign + ":" + eventKey + ":";
    }

    /** Empty for what another context asked for. */
    public static Optional<RequestKey> parse(String key) {
        return Optional.ofNullable(key)
                .map(FORM::matcher)
                .filter(Matcher::matches)
                .map(
                        match ->
                                new RequestKey(
                                        Long.parseLong(match.group(1)),
                                        match.group(2),
                                        new Walker(
                                                Long.parseLong(match.group(3)),
                                                Integer.parseInt(match.group(4)))));
    }
}

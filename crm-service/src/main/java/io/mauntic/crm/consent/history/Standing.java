package io.mauntic.crm.consent.history;

import io.mauntic.contracts.crm.model.Consent;
import io.mauntic.kernel.Channel;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What holds of a topic on a channel, and the entry that decides it: the topic's own newest, unless
 * everything on the channel was withdrawn since. Who agrees to everything does not take back what
 * they refused by name.
 */
record Standing(Topic topic, Entry decisive) {

    /**
     * @param newest the newest entry of each channel and topic
     */
    static List<Standing> of(List<Entry> newest) {
        Map<Channel, Entry> withdrawn =
                newest.stream()
                        .filter(entry -> entry.statement().topic().isEverything())
                        .filter(entry -> entry.statement().state() == ConsentState.WITHDRAWN)
                        .collect(
                                Collectors.toMap(
                                        entry -> entry.statement().channel(), entry -> entry));
        return newest.stream()
                .map(own -> decided(own, withdrawn.get(own.statement().channel())))
                .toList();
    }

    private static Standing decided(Entry own, Entry withdrawal) {
        boolean over =
                withdrawal != null
                        && own.statement().state() == ConsentState.GIVEN
                        && Entry.BY_TIME.compare(withdrawal, own) > 0;
        return new Standing(own.statement().topic(), over ? withdrawal : own);
    }

    Consent contract() {
        return decisive.contractAbout(topic);
    }
}

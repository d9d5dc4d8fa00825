package io.mauntic.crm.consent.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.mauntic.contracts.crm.model.Consent;
import io.mauntic.kernel.Channel;
import io.mauntic.kit.events.OutgoingEvent;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;

/** An entry of the history of what contacts agreed to. */
record Entry(long id, long contactId, Statement statement, Recorder recorder, Instant recordedAt) {

    static final String COLUMNS =
            "id, contact_id, state, channel, topic, at, source, reference, shown, recorded_by, recorder, recorded_at";

    /** Of two at the same time the one that was recorded later is the newer. */
    static final Comparator<Entry> BY_TIME =
            Comparator.comparing((Entry entry) -> entry.statement.at()).thenComparing(Entry::id);

    static Entry of(Row row) {
        Statement statement =
                new Statement(
                        ConsentState.of(row.getString("state")),
                        Channel.parse(row.getString("channel")).orElseThrow(),
                        new Topic(row.getString("topic")),
                        row.getOffsetDateTime("at").toInstant(),
                        ConsentSource.parse(row.getString("source")).orElseThrow(),
                        row.getString("reference"),
                        row.getString("shown"));
        return new Entry(
                row.getLong("id"),
                row.getLong("contact_id"),
                statement,
                new Recorder(row.getString("recorded_by"), row.getString("recorder")),
                row.getOffsetDateTime("recorded_at").toInstant());
    }

    Consent contract() {
        return contractAbout(statement.topic());
    }

    /** As the entry that decides what holds of a topic. */
    Consent contractAbout(Topic topic) {
        return new Consent()
                .id(id)
                .channel(statement.channel().text())
                .topic(topic.told())
                .state(statement.state().text())
                .source(statement.source().text())
                .reference(statement.reference())
                .text(statement.shown())
                .at(statement.at().atOffset(ZoneOffset.UTC))
                .recordedBy(recorder.name())
                .recordedAt(recordedAt.atOffset(ZoneOffset.UTC));
    }

    OutgoingEvent event() {
        return OutgoingEvent.of(
                statement.state().event(),
                contactId,
                new Data(
                        contactId,
                        id,
                        statement.channel().text(),
                        statement.topic().told(),
                        statement.at().toString(),
                        statement.source().text(),
                        statement.reference(),
                        statement.shown()));
    }

    @JsonInclude(Include.NON_NULL)
    record Data(
            long contactId,
            long consentId,
            String channel,
            String topic,
            String at,
            String source,
            String reference,
            String text) {}
}

package io.mauntic.messaging.email.domain;

import io.mauntic.kernel.OrganizationId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;

/** What is sent to many contacts, a little different to each. */
@Entity
@Table(name = "email")
public class Email {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "email_seq")
    @SequenceGenerator(name = "email_seq", sequenceName = "email_seq", allocationSize = 50)
    private long id;

    @Column(name = "organization_id", updatable = false)
    private long organizationId;

    private String name;
    private String subject;
    private String html;
    private String text;

    @Column(name = "from_name")
    private String fromName;

    @Column(name = "from_address")
    private String fromAddress;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "deleted_at")
    private Instant deletedAt;

    @Version private long version;

    protected Email() {}

    public Email(OrganizationId organization, EmailContent content, Instant now) {
        organizationId = organization.value();
        createdAt = now;
        rewrite(content, now);
    }

    public long id() {
        return id;
    }

    public EmailContent content() {
        return new EmailContent(
                name, subject, html, Optional.ofNullable(text), fromName, fromAddress);
    }

    /** All that a person wrote, in a fixed order. */
    public Object[] written() {
        return new Object[] {name, subject, html, text, fromName, fromAddress};
    }

    /** Mails that wait to be sent are sent with the new words. */
    public final void rewrite(EmailContent content, Instant now) {
        name = content.name();
        subject = content.subject();
        html = content.html();
        text = content.text().orElse(null);
        fromName = content.fromName();
        fromAddress = content.fromAddress();
        updatedAt = now;
    }

    /** Nothing is sent from it any more; what was sent keeps its links and figures. */
    public void delete(Instant now) {
        deletedAt = now;
    }
}

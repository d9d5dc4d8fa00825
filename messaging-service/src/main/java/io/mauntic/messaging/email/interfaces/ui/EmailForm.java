package io.mauntic.messaging.email.interfaces.ui;

import io.mauntic.contracts.messaging.model.Email;
import io.mauntic.kit.drafts.Drafts;
import io.mauntic.kit.drafts.Fingerprint;
import io.mauntic.messaging.email.domain.EmailContent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;

/** What the editor holds, as it was typed. */
public class EmailForm {

    @RestForm String name;
    @RestForm String subject;
    @RestForm String html;
    @RestForm String text;
    @RestForm String fromName;
    @RestForm String fromAddress;
    @RestForm String draftBase;
    @RestForm String draftRevision;

    /** What a draft holds. */
    static EmailForm of(Map<String, List<String>> sent) {
        EmailForm form = new EmailForm();
        form.name = first(sent, "name");
        form.subject = first(sent, "subject");
        form.html = first(sent, "html");
        form.text = first(sent, "text");
        form.fromName = first(sent, "fromName");
        form.fromAddress = first(sent, "fromAddress");
        form.draftBase = Drafts.base(sent);
        form.draftRevision = Long.toString(Drafts.revision(sent));
        return form;
    }

    static EmailForm of(Email email) {
        EmailForm form = new EmailForm();
        form.name = email.getName();
        form.subject = email.getSubject();
        form.html = email.getHtml();
        form.text = email.getText();
        form.fromName = email.getFromName();
        form.fromAddress = email.getFromAddress();
        form.draftBase =
                Fingerprint.of(
                        form.name,
                        form.subject,
                        form.html,
                        form.text,
                        form.fromName,
                        form.fromAddress);
        return form;
    }

    static EmailForm begin(String html, String fromName, String fromAddress) {
        EmailForm form = new EmailForm();
        form.html = html;
        form.fromName = fromName;
        form.fromAddress = fromAddress;
        return form;
    }

    EmailContent content() {
        return new EmailContent(
                words(name),
                words(subject),
                words(html),
                Optional.ofNullable(text).filter(t -> !t.isBlank()),
                words(fromName),
                words(fromAddress));
    }

    /** As {@link #content}, for a preview, which needs no name and no sender. */
    EmailContent draft() {
        return new EmailContent(
                        "-",
                        subject == null || subject.isBlank() ? "-" : subject,
                        words(html).isBlank() ? " &nbsp;" : words(html),
                        Optional.empty(),
                        "-",
                        "draft@example.org")
                .checked();
    }

    String base() {
        return words(draftBase);
    }

    long revision() {
        String revision = words(draftRevision);
        return revision.matches("\\d{1,18}") ? Long.parseLong(revision) : 0;
    }

    private static String first(Map<String, List<String>> sent, String name) {
        return sent.getOrDefault(name, List.of("")).getFirst();
    }

    private static String words(String typed) {
        return typed == null ? "" : typed.strip();
    }

    public String getName() {
        return name;
    }

    public String getSubject() {
        return subject;
    }

    public String getHtml() {
        return html;
    }

    public String getText() {
        return text;
    }

    public String getFromName() {
        return fromName;
    }

    public String getFromAddress() {
        return fromAddress;
    }
}

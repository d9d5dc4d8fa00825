package io.mauntic.messaging.email.interfaces.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.mauntic.contracts.messaging.api.EmailsApi;
import io.mauntic.contracts.messaging.model.Email;
import io.mauntic.contracts.messaging.model.EmailDraft;
import io.mauntic.contracts.messaging.model.EmailPage;
import io.mauntic.contracts.messaging.model.EmailStatistics;
import io.mauntic.contracts.messaging.model.NewEmail;
import io.mauntic.contracts.messaging.model.RenderedEmail;
import io.mauntic.contracts.messaging.model.TestReceipt;
import io.mauntic.contracts.messaging.model.TestRequest;
import io.mauntic.kernel.ContactId;
import io.mauntic.kernel.EmailAddress;
import io.mauntic.kernel.EmailId;
import io.mauntic.kernel.InvalidValues;
import io.mauntic.kit.rest.Idempotency;
import io.mauntic.kit.rest.IfMatch;
import io.mauntic.kit.rest.MergePatch;
import io.mauntic.kit.security.CurrentUser;
import io.mauntic.messaging.email.application.DeleteEmail;
import io.mauntic.messaging.email.application.PreviewEmail;
import io.mauntic.messaging.email.application.RewriteEmail;
import io.mauntic.messaging.email.application.SendTestEmail;
import io.mauntic.messaging.email.application.WriteEmail;
import io.mauntic.messaging.email.domain.EmailContent;
import io.mauntic.messaging.email.infrastructure.EmailQueries;
import io.mauntic.messaging.email.infrastructure.EmailSearch;
import io.mauntic.messaging.mail.MailWords;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BadRequestException;
import java.util.Optional;

class EmailsResource implements EmailsApi {

    private final CurrentUser user;
    private final EmailQueries queries;
    private final WriteEmail write;
    private final RewriteEmail rewrite;
    private final DeleteEmail delete;
    private final PreviewEmail preview;
    private final SendTestEmail test;
    private final Idempotency idempotency;
    private final MergePatch mergePatch;

    EmailsResource(
            CurrentUser user,
            EmailQueries queries,
            WriteEmail write,
            RewriteEmail rewrite,
            DeleteEmail delete,
            PreviewEmail preview,
            SendTestEmail test,
            Idempotency idempotency,
            MergePatch mergePatch) {
        this.user = user;
        this.queries = queries;
        this.write = write;
        this.rewrite = rewrite;
        this.delete = delete;
        this.preview = preview;
        this.test = test;
        this.idempotency = idempotency;
        this.mergePatch = mergePatch;
    }

    @Override
    public Uni<EmailPage> listEmails(
            Integer page,
            Integer limit,
            String cursor,
            String search,
            String orderBy,
            String orderDir) {
        return queries.page(
                user.organization(),
                new EmailSearch(search, page, limit, cursor, orderBy, orderDir));
    }

    @Override
    public Uni<Email> createEmail(NewEmail newEmail, String idempotencyKey) {
        return idempotency.once(
                idempotencyKey,
                newEmail,
                Email.class,
                () -> write.handle(user.organization(), content(newEmail)).chain(this::getEmail));
    }

    @Override
    public Uni<Email> getEmail(Long id) {
        return queries.get(user.organization(), new EmailId(id));
    }

    @Override
    public Uni<Email> updateEmail(Long id, Object patch, String ifMatch) {
        return rewrite.handle(
                        user.organization(),
                        new EmailId(id),
                        IfMatch.of(ifMatch),
                        content -> patched(content, patch))
                .chain(() -> getEmail(id));
    }

    @Override
    public Uni<Void> deleteEmail(Long id) {
        return delete.handle(user.organization(), new EmailId(id));
    }

    @Override
    public Uni<RenderedEmail> previewEmail(Long id, Long contactId) {
        return previewEmailDraft(id, new EmailDraft(), contactId);
    }

    @Override
    public Uni<RenderedEmail> previewEmailDraft(Long id, EmailDraft draft, Long contactId) {
        return getEmail(id)
                .chain(
                        email ->
                                preview.handle(
                                        user.organization(),
                                        content(drafted(email, draft)).checked(),
                                        contact(contactId)))
                .map(EmailsResource::rendered);
    }

    @Override
    public Uni<TestReceipt> testEmail(Long id, TestRequest request) {
        EmailAddress to =
                EmailAddress.parse(request.getTo())
                        .orElseThrow(
                                () ->
                                        new InvalidValues(
                                                "to", "Enter an address like ada@example.org."));
        return getEmail(id)
                .chain(
                        email ->
                                test.handle(
                                        user.organization(),
                                        content(shape(email)),
                                        to,
                                        contact(request.getContactId())))
                .map(TestReceipt::new);
    }

    @Override
    public Uni<EmailStatistics> getEmailStatistics(Long id, Integer days) {
        return queries.statistics(user.organization(), new EmailId(id), days);
    }

    private EmailContent patched(EmailContent before, Object patch) {
        NewEmail shape =
                new NewEmail(
                                before.name(),
                                before.subject(),
                                before.html(),
                                before.fromName(),
                                before.fromAddress())
                        .text(before.text().orElse(null));
        try {
            return content(mergePatch.apply(shape, patch, NewEmail.class));
        } catch (JsonProcessingException unfit) {
            throw new BadRequestException(unfit);
        }
    }

    private static NewEmail drafted(Email email, EmailDraft draft) {
        NewEmail shape = shape(email);
        Optional.ofNullable(draft.getSubject()).ifPresent(shape::setSubject);
        Optional.ofNullable(draft.getHtml()).ifPresent(shape::setHtml);
        Optional.ofNullable(draft.getText()).ifPresent(shape::setText);
        return shape;
    }

    private static NewEmail shape(Email email) {
        return new NewEmail(
                        email.getName(),
                        email.getSubject(),
                        email.getHtml(),
                        email.getFromName(),
                        email.getFromAddress())
                .text(email.getText());
    }

    private static EmailContent content(NewEmail email) {
        return new EmailContent(
                email.getName(),
                email.getSubject(),
                email.getHtml(),
                Optional.ofNullable(email.getText()),
                email.getFromName(),
                email.getFromAddress());
    }

    private static Optional<ContactId> contact(Long id) {
        return Optional.ofNullable(id).map(ContactId::new);
    }

    private static RenderedEmail rendered(MailWords words) {
        return new RenderedEmail(words.subject(), words.html(), words.plainText());
    }
}

package io.mauntic.content.form.interfaces.web;

import io.mauntic.content.form.application.SubmitForm;
import io.mauntic.content.form.domain.Form;
import io.mauntic.content.input.WebAddress;
import io.mauntic.content.visit.domain.VisitorId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a visitor's browser sent along with the answers. */
final class PostedForm {

    private PostedForm() {}

    static SubmitForm.Command command(
            Form form, Map<String, List<String>> posted, String cookie, String publicUrl) {
        Optional<VisitorId> visitor =
                VisitorId.parse(first(posted, FormView.VISITOR)).or(() -> VisitorId.parse(cookie));
        String page =
                WebAddress.parse(first(posted, FormView.PAGE))
                        .orElse(publicUrl + "/f/" + form.definition().alias());
        boolean trapped = !first(posted, FormView.TRAP).isBlank();
        return new SubmitForm.Command(
                form, posted, trapped, visitor.map(VisitorId::value).orElse(null), page);
    }

    private static String first(Map<String, List<String>> posted, String name) {
        return posted.getOrDefault(name, List.of("")).getFirst();
    }
}

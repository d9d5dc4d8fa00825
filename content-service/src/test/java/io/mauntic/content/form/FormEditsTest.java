package io.mauntic.content.form;

import static io.mauntic.content.form.FormsApi.READ;
import static io.mauntic.content.form.FormsApi.WRITE;

import io.mauntic.kit.test.Edits;
import io.mauntic.kit.test.TestOrganizations;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithComponents
class FormEditsTest {

    private final FormsApi api = new FormsApi(TestOrganizations.next());

    @Test
    void of_a_form_are_kept() {
        long id = api.create(FormsApi.alias("edited"));
        new Edits(() -> api.as(READ, WRITE), "/api/content/forms/" + id, "name").areKept();
    }
}

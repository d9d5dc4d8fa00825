package io.mauntic.campaign.campaign;

import io.mauntic.campaign.Api;
import io.mauntic.kit.test.Edits;
import io.mauntic.kit.test.TestOrganizations;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithComponents
class CampaignEditsTest {

    private final Api api = new Api(TestOrganizations.next());

    @Test
    void of_a_campaign_are_kept() {
        long id = api.created(JsonObject.of("name", "Welcome"));
        new Edits(api::everything, Api.CAMPAIGNS + "/" + id, "name").areKept();
    }
}

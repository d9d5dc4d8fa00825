package io.mauntic.crm.timeline;

import io.mauntic.contracts.crm.api.TimelineApi;
import io.mauntic.contracts.crm.model.TimelinePage;
import io.mauntic.crm.contact.domain.ContactIds;
import io.mauntic.kit.security.CurrentUser;
import io.smallrye.mutiny.Uni;
import java.util.List;

class TimelineResource implements TimelineApi {

    private final TimelineQueries queries;
    private final CurrentUser user;

    TimelineResource(TimelineQueries queries, CurrentUser user) {
        this.queries = queries;
        this.user = user;
    }

    @Override
    public Uni<TimelinePage> contactTimeline(
            Long id, List<String> type, Integer page, Integer limit, String cursor) {
        return queries.page(
                user.organization(),
                new TimelineQueries.Wanted(ContactIds.of(id), type, page, limit, cursor));
    }
}

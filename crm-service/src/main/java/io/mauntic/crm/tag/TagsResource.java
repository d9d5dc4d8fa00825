package io.mauntic.crm.tag;

import io.mauntic.contracts.crm.api.TagsApi;
import io.mauntic.contracts.crm.model.TagPage;
import io.mauntic.kit.security.CurrentUser;
import io.smallrye.mutiny.Uni;

class TagsResource implements TagsApi {

    private final TagQueries queries;
    private final CurrentUser user;

    TagsResource(TagQueries queries, CurrentUser user) {
        this.queries = queries;
        this.user = user;
    }

    @Override
    public Uni<TagPage> listTags(Integer page, Integer limit, String cursor, String search) {
        return queries.page(
                user.organization(), new TagQueries.Wanted(page, limit, cursor, search));
    }
}

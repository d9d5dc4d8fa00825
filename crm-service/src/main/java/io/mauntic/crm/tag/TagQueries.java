package io.mauntic.crm.tag;

import io.mauntic.contracts.crm.model.Tag;
import io.mauntic.contracts.crm.model.TagPage;
import io.mauntic.crm.paging.Cursor;
import io.mauntic.crm.text.PlainText;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads the tags that can be chosen, by name. */
@ApplicationScoped
public class TagQueries {

    private static final String FOUND =
            " from tag where ($1::text is null or position(lower($1 collate pg_c_utf8) in lower(name collate pg_c_utf8)) > 0)";

    private final UnitOfWork unitOfWork;
    private final Sql sql;

    TagQueries(UnitOfWork unitOfWork, Sql sql) {
        this.unitOfWork = unitOfWork;
        this.sql = sql;
    }

    public record Wanted(int page, int limit, String cursor, String search) {}

    public Uni<TagPage> page(OrganizationId organization, Wanted wanted) {
        String search = PlainText.clean(wanted.search());
        return unitOfWork.in(
                organization,
                () ->
                        sql.number("select count(*)" + FOUND, search)
                                .chain(
                                        total ->
                                                names(wanted, search)
                                                        .map(names -> page(wanted, total, names))));
    }

    /** The first tags by name, to choose from. */
    public Uni<List<String>> names(OrganizationId organization, int most) {
        return unitOfWork.in(
                organization,
                () ->
                        sql.list(
                                "select name from tag order by name limit $1",
                                row -> row.getString(0),
                                most));
    }

    private Uni<List<String>> names(Wanted wanted, String search) {
        String after = wanted.cursor() == null ? "" : Cursor.read(wanted.cursor(), 1).text(0);
        long offset = wanted.cursor() == null ? (wanted.page() - 1L) * wanted.limit() : 0;
        return sql.list(
                "select name" + FOUND + " and name > $2 order by name limit $3 offset $4",
                row -> row.getString(0),
                search,
                after,
                wanted.limit() + 1L,
                offset);
    }

    private static TagPage page(Wanted wanted, long total, List<String> names) {
        List<Tag> items =
                names.stream().limit(wanted.limit()).map(name -> new Tag().name(name)).toList();
        TagPage page =
                new TagPage()
                        .items(items)
                        .total(total)
                        .page(wanted.page())
                        .limit(wanted.limit())
                        .totalPages((total + wanted.limit() - 1) / wanted.limit());
        if (names.size() > items.size()) {
            page.nextCursor(Cursor.of(items.getLast().getName()).toString());
        }
        return page;
    }
}

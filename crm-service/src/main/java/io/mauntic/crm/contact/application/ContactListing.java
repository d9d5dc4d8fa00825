package io.mauntic.crm.contact.application;

/**
 * Which contacts a list shall show.
 *
 * @param cursor where the page before ended, or null: then {@code page} counts
 */
public record ContactListing(
        int page,
        int limit,
        String cursor,
        String search,
        String orderBy,
        String orderDir,
        String tag,
        String stage,
        Long companyId) {

    public static ContactListing ofCompany(long companyId, int page, int limit) {
        return new ContactListing(page, limit, null, null, "lastname", null, null, null, companyId);
    }
}

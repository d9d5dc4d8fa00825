package io.mauntic.crm.savedview.domain;

/**
 * A kept view and whose it is.
 *
 * @param version counts its changes
 */
public record SavedView(long id, long version, String owner, ViewDetails details) {

    /**
     * @throws ViewNotYours when it is not for this person to change
     */
    public void refuseOthers(Viewer viewer) {
        if (!isOf(viewer) && !viewer.mayShare()) {
            throw new ViewNotYours();
        }
    }

    public boolean isOf(Viewer viewer) {
        return owner.equals(viewer.userId());
    }
}

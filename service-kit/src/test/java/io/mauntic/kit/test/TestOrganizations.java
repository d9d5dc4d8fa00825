package io.mauntic.kit.test;

import io.mauntic.kernel.OrganizationId;
import java.util.concurrent.atomic.AtomicLong;

/** Organizations that no other test of the run uses. */
public final class TestOrganizations {

    private static final AtomicLong LAST = new AtomicLong(1_000);

    private TestOrganizations() {}

    public static OrganizationId next() {
        return new OrganizationId(LAST.incrementAndGet());
    }
}

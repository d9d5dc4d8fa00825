package io.mauntic.gateway.page;

import io.smallrye.config.ConfigMapping;

/** Versions of the browser's libraries, written by the build from the root pom. */
@ConfigMapping(prefix = "mauntic.webjars")
interface Versions {

    String tabler();

    String icons();

    String htmx();

    String chart();

    String sortable();

    String select();
}

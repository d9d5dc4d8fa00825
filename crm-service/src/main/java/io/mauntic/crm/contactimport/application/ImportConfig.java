package io.mauntic.crm.contactimport.application;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What imports accept. */
@ConfigMapping(prefix = "mauntic.imports")
public interface ImportConfig {

    /** The largest file, in bytes: about two million contacts. */
    @WithDefault("300000000")
    long mostBytes();
}

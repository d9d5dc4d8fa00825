package io.mauntic.crm.contactimport.infrastructure;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** The S3-compatible store. */
@ConfigMapping(prefix = "mauntic.s3")
interface S3Config {

    @WithDefault("http://localhost:8095")
    URI url();

    @WithDefault("mauntic-crm")
    String bucket();

    @WithDefault("us-east-1")
    String region();

    /** Missing for a store that asks for no key, as a developer's does. */
    Optional<String> accessKey();

    /** Goes with the access key. */
    Optional<String> secret();
}
